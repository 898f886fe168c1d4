import ConfigProvider from 'antd/es/config-provider'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import antdTheme from 'antd/es/theme'
import type { ReactNode } from 'react'
import { useLanguage } from '../app/language.ts'
import { type Theme, useTheme } from '../app/theme.ts'

/** antd works out shades from these, so they are colours and not variables. They repeat app/tokens.css. */
const seeds: Record<Theme, Readonly<Record<string, string>>> = {
  paper: {
    colorPrimary: '#2b6b68',
    colorError: '#c42b33',
    colorWarning: '#a64e00',
    colorSuccess: '#186c47',
    colorInfo: '#2560c2',
    colorTextBase: '#1e2422',
    colorBgBase: '#fffdf7',
    colorBorder: '#b5ad98',
    colorBorderSecondary: '#dcd5c3',
  },
  ink: {
    colorPrimary: '#6fb8af',
    colorError: '#ff6b6e',
    colorWarning: '#ff9d52',
    colorSuccess: '#5acb95',
    colorInfo: '#74a9ff',
    colorTextBase: '#ece6d8',
    colorBgBase: '#121d20',
    colorBorder: '#4a5c5e',
    colorBorderSecondary: '#26373a',
  },
}

const shape = {
  borderRadius: 3,
  fontSize: 15,
  controlHeight: 32,
  fontFamily: '"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif',
  wireframe: false,
}

/** The server names the nonce that its content policy lets styles in by. */
function styleNonce(): { readonly nonce?: string } {
  const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce
  return nonce ? { nonce } : {}
}

/** Dresses antd's pieces as paper or ink. Only screens that use antd import it: the cockpit stays light without. */
export function AntdTheme({ children }: { readonly children: ReactNode }) {
  const theme = useTheme()
  const language = useLanguage()
  return (
    <ConfigProvider
      csp={styleNonce()}
      locale={language === 'zh' ? zhCN : enUS}
      theme={{
        algorithm: theme === 'ink' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
        token: { ...shape, ...seeds[theme] },
      }}
    >
      {children}
    </ConfigProvider>
  )
}

import { type Account, getAccount, listSessions } from '@guatu/contract'
import { useState } from 'react'
import { refresh } from '../../api/query.ts'
import { useLanguage, useText } from '../../app/language.ts'
import ChangePasswordForm from '../../ui/credentials/change-password-form.tsx'
import { dayText } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { toast } from '../../ui/toast.tsx'
import { accountTexts as texts } from './texts.ts'

interface PasswordPartProps {
  readonly account: Account
  readonly userName: string
}

export function PasswordPart({ account, userName }: PasswordPartProps) {
  const t = useText()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const until = account.passwordExpiresOn
  const age = until
    ? t(texts.passwordAge, { day: dayText(until, { language, year: 'always' }) })
    : t(texts.passwordAgeless)
  return (
    <Section title={t(texts.password)} aside={age}>
      {open ? (
        <div className="account-form">
          <ChangePasswordForm
            rules={account.password}
            userName={userName}
            onDone={() => {
              setOpen(false)
              toast({ text: t(texts.passwordChanged) })
              void refresh(getAccount, listSessions)
            }}
          />
          <button type="button" className="button" onClick={() => setOpen(false)}>
            {t(texts.cancel)}
          </button>
        </div>
      ) : (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t(texts.changePassword)}
        </button>
      )}
    </Section>
  )
}

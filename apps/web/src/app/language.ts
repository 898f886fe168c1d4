import type { Language, Title } from '@guatu/kernel'
import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import { readChoice, writeChoice } from './choice.ts'

/** A text that people see. `one` is the English singular, chosen by the value named `count`. */
export interface Text extends Title {
  readonly one?: string
}
export type Translate = (text: Text, values?: Readonly<Record<string, string | number>>) => string

const languages = ['zh', 'en'] as const

i18next.init({
  // The first paint waits for nothing: there is nothing to fetch.
  initAsync: false,
  lng: readChoice('language', languages) ?? 'zh',
  // Texts stand beside the code that shows them, in both languages: there are no key files to look into.
  keySeparator: false,
  nsSeparator: false,
  // React escapes what it renders.
  interpolation: { escapeValue: false },
})

export const languageNow = (): Language => (i18next.language === 'en' ? 'en' : 'zh')

/** Text of a title in the chosen language, with `{{name}}` filled from `values`. */
export const translate: Translate = (text, values = {}) => {
  const plain = text[languageNow()]
  if (!plain.includes('{{') && !text.one) return plain
  const singular = languageNow() === 'en' && text.one ? { defaultValue_one: text.one } : {}
  return i18next.t(text.zh, { defaultValue: plain, ...singular, ...values })
}

function follow(onChange: () => void): () => void {
  i18next.on('languageChanged', onChange)
  return () => i18next.off('languageChanged', onChange)
}

/** Names the page's language to browsers and screen readers. */
export function startLanguage(): void {
  document.documentElement.lang = languageNow() === 'zh' ? 'zh-CN' : 'en'
}

export function setLanguage(language: Language): void {
  writeChoice('language', language)
  i18next.changeLanguage(language).then(startLanguage)
}

export const useLanguage = (): Language => useSyncExternalStore(follow, languageNow)

/** `t(texts.importNow)`, `t(texts.rows, { count })`; the component follows the language. */
export function useText(): Translate {
  useLanguage()
  return translate
}

import type { Text } from '../../app/language.ts'

export const entranceTexts = {
  product: { zh: '挂图', en: 'Guatu' },
  wallOf: { zh: '{{district}}项目挂图', en: '{{district}} Guatu' },
  otherLanguage: { zh: 'English', en: '中文' },
  toInk: { zh: '换墨色', en: 'Ink' },
  toPaper: { zh: '换纸色', en: 'Paper' },
} satisfies Record<string, Text>

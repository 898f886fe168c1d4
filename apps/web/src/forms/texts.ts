import type { Text } from '../app/language.ts'

export const formTexts = {
  understoodAs: { zh: '即 {{text}}', en: '= {{text}}' },
  noMatch: { zh: '没有匹配“{{text}}”的选项', en: 'Nothing matches “{{text}}”' },
  more: { zh: '还有 {{count}} 项，再输入几个字', en: '{{count}} more; type on', one: '{{count}} more; type on' },
  accepted: { zh: '可填：{{list}}', en: 'Accepted: {{list}}' },
  chooseDay: { zh: '选日期', en: 'Choose a day' },
  required: { zh: '必填', en: 'Required' },
  moneyHint: { zh: '如 1.2亿、3000万', en: 'e.g. 1.2亿, 3000万' },
  dateHint: { zh: '如 2026-03-05、2026年3月', en: 'e.g. 2026-03-05, 2026-03' },
  pickHint: { zh: '输入汉字、拼音或首字母', en: 'Type words, pinyin or initials' },
  severalHint: { zh: '可填几个；输入汉字、拼音或首字母', en: 'Several; type words, pinyin or initials' },
  usccHint: { zh: '18 位，末位为校验码', en: '18 characters with a check character' },
} satisfies Record<string, Text>

import type { Text } from '../../../app/language.ts'

export const printTexts = {
  printedOn: { zh: '{{district}}　{{day}} 打印', en: '{{district}}, printed on {{day}}' },
  units: {
    zh: '工期、时差单位：工作日；日期按国务院放假安排推算',
    en: 'Duration and float in working days, by the State Council’s calendar',
  },
  page: { zh: '第 {{page}} / {{pages}} 页', en: 'Page {{page}} of {{pages}}' },
} satisfies Record<string, Text>

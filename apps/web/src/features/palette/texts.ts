import type { Text } from '../../app/language.ts'

export const texts = {
  label: { zh: '查找', en: 'Find' },
  placeholder: {
    zh: '事项、单位、人员、屏幕、操作；可输汉字、拼音或首字母',
    en: 'Items, units, people, screens, actions; by name, pinyin or initials',
  },
  nothing: {
    zh: '没有找到“{{typed}}”。换个字，或输拼音首字母试试。',
    en: 'Nothing for “{{typed}}”. Try another word or initials.',
  },
  kinds: {
    item: { zh: '项目', en: 'Item' },
    org: { zh: '单位', en: 'Unit' },
    person: { zh: '人员', en: 'Person' },
    command: { zh: '前往', en: 'Go' },
  },
  cockpit: { zh: '驾驶舱', en: 'Cockpit' },
  wallMap: { zh: '作战图', en: 'Wall map' },
  ledger: { zh: '台账', en: 'Ledger' },
  import: { zh: '导入台账', en: 'Import a ledger' },
  rules: { zh: '规则', en: 'Rules' },
  screen: { zh: '大屏', en: 'Wall screen' },
  redItems: { zh: '红灯项目', en: 'Items with a red lamp' },
} satisfies Record<string, Text | Record<string, Text>>

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
  account: { zh: '我的账号', en: 'My account' },
  changePerson: { zh: '换个人看', en: 'Change the person' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  redItems: { zh: '红灯事项', en: 'Items with a red lamp' },
} satisfies Record<string, Text | Record<string, Text>>

import type { Text } from './language.ts'

export const shellTexts = {
  product: { zh: '挂图', en: 'Guatu' },
  wallOf: { zh: '{{district}}项目挂图', en: '{{district}} Guatu' },
  cockpit: { zh: '驾驶舱', en: 'Cockpit' },
  ledger: { zh: '台账', en: 'Ledger' },
  wallMap: { zh: '作战图', en: 'Wall map' },
  import: { zh: '导入', en: 'Import' },
  rules: { zh: '规则', en: 'Rules' },
  screen: { zh: '大屏', en: 'Wall screen' },
  navigation: { zh: '主导航', en: 'Main navigation' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  find: { zh: '查找', en: 'Find' },
  keys: { zh: '按键', en: 'Keys' },
  close: { zh: '关闭', en: 'Close' },
  // The switch says what it leads to, in the language that it leads to.
  otherLanguage: { zh: 'English', en: '中文' },
  toInk: { zh: '换墨色', en: 'Ink' },
  toPaper: { zh: '换纸色', en: 'Paper' },
  demonstration: {
    zh: '演示数据：项目、单位、人员和数字均为虚构',
    en: 'Demonstration data: projects, units, people and figures are made up',
  },
  demonstrationShort: { zh: '演示数据', en: 'Demonstration' },
  everywhere: { zh: '处处可用', en: 'Everywhere' },
  keyPalette: { zh: '查找事项、单位、人员、屏幕和操作', en: 'Find items, units, people, screens, actions' },
  keyHelp: { zh: '显示按键', en: 'Show the keys' },
  keyEscape: { zh: '关闭浮层', en: 'Close what is open' },
  pageMissing: { zh: '没有这个页面', en: 'There is no such page' },
  pageMissingHint: {
    zh: '地址可能抄漏了字符。可从驾驶舱重新进入，或按 Ctrl+K 查找。',
    en: 'The address may have lost a character. Start from the cockpit, or press Ctrl+K to search.',
  },
  toCockpit: { zh: '回驾驶舱', en: 'To the cockpit' },
  loading: { zh: '正在读取', en: 'Loading' },
  printedOn: { zh: '{{day}} 打印', en: 'Printed on {{day}}' },
} satisfies Record<string, Text>

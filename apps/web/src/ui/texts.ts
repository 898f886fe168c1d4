import type { Text } from '../app/language.ts'

export const uiTexts = {
  retry: { zh: '重试', en: 'Try again' },
  whyNot: { zh: '为什么不能', en: 'Why can I not' },
  undo: { zh: '撤销', en: 'Undo' },
  close: { zh: '关闭', en: 'Close' },
  notDone: { zh: '没有成功', en: 'That did not work' },
  atLeast: { zh: '超', en: 'over ' },
  about: { zh: '约', en: 'about ' },
  notSet: { zh: '未填', en: 'Not set' },
} satisfies Record<string, Text>

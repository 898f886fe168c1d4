import type { Text } from '../../app/language.ts'

const title = (zh: string, en: string): Text => ({ zh, en })

export const secretTexts = {
  sentence: title(
    '不公开内容 {{count}} 项，默认遮盖；查看会记入留痕。',
    '{{count}} values are not public and masked; looking at them goes on record.',
  ),
  show: title('查看不公开内容', 'Show what is not public'),
  hide: title('重新遮盖', 'Mask again'),
  hidden: title('已遮盖', 'Masked'),
  withheld: title('需有“{{right}}”权限', 'Needs the right “{{right}}”'),
  why: title('为什么看不到', 'Why can I not see it'),
  opened: title('已向人大公开', 'Opened to the People’s Congress'),
  notOpened: title('未向人大公开', 'Not opened to the People’s Congress'),
  open: title('向人大公开', 'Open to oversight'),
  close: title('停止公开', 'Close to oversight'),
  formNote: title(
    '不公开内容须先查看，才能填写或修改。',
    'What is not public can be filled in and changed after it has been shown.',
  ),
}

import type { DocumentTemplate } from '@guatu/playbook'
import { words } from '../text.ts'

/** What goes out and what comes back, in the words that official documents use. */
export const documents: Readonly<Record<string, DocumentTemplate>> = {
  order: {
    title: words('督办公文', 'Order'),
    heading: '关于{title}的{orderKind}',
    issuedBy: 'issuerOrg',
    recipient: 'leadOrg',
    number: 'documentNumber',
    date: 'issuedOn',
    urgency: { field: 'urgency', shown: ['urgent', 'veryUrgent'] },
    paragraphs: [
      '根据前发{cites.documentNumber}的要求，现就未落实事项再次督办。',
      '{ground}',
      '{demand}',
      '请于{dueOn}前办结，并书面回复办理情况；确需延期的，应当在到期前说明理由，经同意后执行。逾期未办结的，将依规升级督办。',
    ],
    copies: 'copyOrgs',
    contact: 'contact',
    needs: 'demand',
  },
  reply: {
    title: words('办理情况回复', 'Reply'),
    heading: '关于{title}办理情况的回复',
    issuedBy: 'leadOrg',
    recipient: 'issuerOrg',
    date: 'repliedOn',
    paragraphs: ['你单位{documentNumber}收悉。现将办理情况回复如下：', '{reply}', '特此回复。'],
    needs: 'reply',
  },
}

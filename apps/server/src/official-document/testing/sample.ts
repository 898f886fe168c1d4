import { type OfficialDocument, paragraphsOf } from '../document.ts'

const text = `经查，由你单位牵头的南湖新材料产业园一期项目“用地预审”节点应于2026年10月31日前办结，至今未办结。
一、督办事项
（一）办理用地手续。请于11月27日前完成核发，并将批文上传系统。
1. 施工图审查与消防设计审查并联办理。`

/** A document with every part that the standard knows. */
export const sampleDocument = (changes: Partial<OfficialDocument> = {}): OfficialDocument => ({
  mark: '南湖区项目攻坚指挥部办公室',
  number: '南督〔2026〕12号',
  urgency: null,
  title: '关于加快办理南湖新材料产业园一期项目用地预审与选址意见书的督办单',
  recipient: '区自然资源和规划分局',
  paragraphs: paragraphsOf(text),
  attachments: ['节点计划与实际对照表', '佐证材料清单'],
  signature: '南湖区项目攻坚指挥部办公室',
  date: '2026-11-22',
  note: '联系人：王敏',
  copies: ['区委办公室', '区政府办公室'],
  printed: { by: '南湖区项目攻坚指挥部办公室', on: '2026-11-22' },
  ...changes,
})

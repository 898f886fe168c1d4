import type { Choice } from '@guatu/playbook'
import { words } from '../text.ts'

type Choices = Readonly<Record<string, Choice>>

/** From the mildest on; each kind above cites the one before (华亭：蓝色提示单、黄色督办单、红色督办单逐级引用). */
export const orderKinds: Choices = {
  hint: { title: words('提示函', 'Hint letter'), words: ['提示单', '提醒函', '工作提示', '蓝色提示单'] },
  order: { title: words('督办单', 'Order'), words: ['督办通知', '督办函', '交办单', '督查通知单'] },
  yellowCard: { title: words('黄牌警告', 'Yellow card'), words: ['黄牌', '黄牌督办', '黄色督办单'] },
  redCard: { title: words('红牌警告', 'Red card'), words: ['红牌', '红牌督办', '红色督办单'] },
}

export const urgencies: Choices = {
  normal: { title: words('平件', 'Normal'), words: ['一般', '普通'] },
  urgent: { title: words('加急', 'Urgent'), words: ['急件', '紧急'] },
  veryUrgent: { title: words('特急', 'Very urgent'), words: ['特急件'] },
}

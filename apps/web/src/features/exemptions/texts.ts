import type { Text } from '../../app/language.ts'

export const listTexts = {
  pageTitle: { zh: '亮灯豁免', en: 'Exemptions' },
  loading: { zh: '正在读取豁免', en: 'Reading exemptions' },
  sentence: {
    zh: '{{inForce}} 项亮灯在豁免期内，{{asked}} 项等待审批',
    en: '{{inForce}} lamps are exempted, {{asked}} exemptions wait for a decision',
  },
  sentenceNone: { zh: '没有在豁免期内的亮灯，也没有等待审批的申请', en: 'Nothing is exempted and nothing waits' },
  states: { zh: '状态', en: 'State' },
  emptyTitle: { zh: '这一栏没有豁免', en: 'None here' },
  emptyHint: {
    zh: '有正当理由的，在项目页“亮灯豁免”中申请，由他人审批；到期自动恢复亮灯，记录一直可查。',
    en: 'Ask for one on the item’s page; somebody else decides. It ends by itself and stays on record.',
  },
} as const satisfies Record<string, Text>

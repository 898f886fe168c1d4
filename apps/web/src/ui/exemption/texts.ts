import type { ExemptionState } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import type { Text } from '../../app/language.ts'

export const exemptionStateTitles: Readonly<Record<ExemptionState, Title>> = {
  asked: { zh: '待审批', en: 'Asked for' },
  inForce: { zh: '豁免中', en: 'In force' },
  refused: { zh: '不予豁免', en: 'Refused' },
  over: { zh: '已到期或终止', en: 'Over' },
}

export const exemptionTexts = {
  rule: { zh: '规则', en: 'Rule' },
  ground: { zh: '理由类别', en: 'Ground' },
  until: { zh: '至 {{day}}', en: 'until {{day}}' },
  asked: { zh: '{{by}} {{day}}申请', en: 'Asked by {{by}} on {{day}}' },
  granted: { zh: '{{by}} {{day}}批准', en: 'Granted by {{by}} on {{day}}' },
  refusedBy: { zh: '{{by}} {{day}}不予批准', en: 'Refused by {{by}} on {{day}}' },
  endedBy: { zh: '{{by}} {{day}}提前终止', en: 'Ended by {{by}} on {{day}}' },
  wouldLight: { zh: '规则现仍成立', en: 'The rule still holds' },
  evidence: { zh: '佐证：{{text}}', en: 'Evidence: {{text}}' },
  grant: { zh: '批准', en: 'Grant' },
  refuse: { zh: '不予批准', en: 'Refuse' },
  end: { zh: '提前终止', en: 'End now' },
  note: { zh: '意见', en: 'Note' },
  reason: { zh: '理由（必填）', en: 'Reason (required)' },
  lastDay: { zh: '截止', en: 'Last day' },
  confirm: { zh: '确定', en: 'Confirm' },
  cancel: { zh: '取消', en: 'Cancel' },
} as const satisfies Record<string, Text>

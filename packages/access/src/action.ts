import type { Title } from '@guatu/kernel'

/** What can be done to an item; rules grant it by the item's relation to the holder of a role. */
export const itemActions = {
  'item.read': { zh: '查看', en: 'Read' },
  'item.create': { zh: '新增', en: 'Create' },
  'item.edit': { zh: '修改内容', en: 'Edit' },
  'item.advance': { zh: '变更阶段', en: 'Change the stage' },
  'item.plan': { zh: '调整计划', en: 'Change the plan' },
  'fact.report': { zh: '上报数据', en: 'Report figures' },
  'fact.verify': { zh: '核实数据', en: 'Verify figures' },
  'evidence.add': { zh: '上传佐证', en: 'Add evidence' },
  'secret.negotiation': { zh: '查看洽谈秘密', en: 'See what is secret in talks' },
  'secret.personal': { zh: '查看个人信息', en: 'See personal data' },
  'oversight.open': { zh: '向人大公开', en: 'Open to oversight' },
  'change.approve': { zh: '审批计划变更', en: 'Approve changes of plan' },
  'exemption.grant': { zh: '批准免予亮灯', en: 'Grant exemptions from lamps' },
} as const satisfies Record<string, Title>

/** What concerns the district as a whole. */
export const districtActions = {
  'import.run': { zh: '导入台账', en: 'Import ledgers' },
  'list.configure': { zh: '设置节点模板、亮灯阈值和地图', en: 'Set node templates, thresholds and the map' },
  'directory.read': { zh: '查看单位和人员', en: 'Read the directory' },
  'directory.manage': { zh: '维护单位和人员', en: 'Keep the directory' },
  'account.manage': { zh: '开通和停用账号', en: 'Open and close accounts' },
  'account.unlock': { zh: '解锁账号、重置凭据', en: 'Unlock accounts and reset credentials' },
  'post.manage': { zh: '任免岗位、设置代理', en: 'Assign posts and deputies' },
  'charge.manage': { zh: '设置包联', en: 'Assign charges' },
  'rule.manage': { zh: '设置权限规则', en: 'Set the rules of access' },
  'access.explain': { zh: '查询他人权限', en: 'Look up what others may do' },
  'audit.read': { zh: '查询和导出留痕', en: 'Search and export the record' },
} as const satisfies Record<string, Title>

export const actions = { ...itemActions, ...districtActions }

export type ItemAction = keyof typeof itemActions
export type DistrictAction = keyof typeof districtActions
export type Action = ItemAction | DistrictAction

/** Actions that change the stored item, its nodes or its figures: the database lets only their holders touch the row. */
export const touchingActions: readonly ItemAction[] = [
  'item.edit',
  'item.advance',
  'item.plan',
  'fact.report',
  'fact.verify',
  'oversight.open',
  'change.approve',
  'exemption.grant',
]

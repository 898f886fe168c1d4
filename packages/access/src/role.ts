import type { Title } from '@guatu/kernel'

/**
 * What a post may be in the district's work. The three administrators are separated as classified protection asks
 * (GB/T 22239-2019, 8.1.5): a person holds at most one of them, and none of them beside a role of the work itself.
 */
export const roles = {
  districtOffice: { zh: '区级统筹', en: 'District office' },
  town: { zh: '镇街主攻', en: 'Town' },
  department: { zh: '部门发力', en: 'Department' },
  projectTeam: { zh: '项目专班', en: 'Project team' },
  leader: { zh: '区领导', en: 'District leader' },
  supervisor: { zh: '督导', en: 'Supervisor' },
  verifier: { zh: '核实', en: 'Verifier' },
  assessor: { zh: '考核', en: 'Assessor' },
  deputy: { zh: '人大代表', en: 'Deputy' },
  firm: { zh: '企业', en: 'Firm' },
  partner: { zh: '招商合作伙伴', en: 'Partner' },
  systemAdmin: { zh: '系统管理员', en: 'System administrator' },
  securityAdmin: { zh: '安全管理员', en: 'Security administrator' },
  auditAdmin: { zh: '审计管理员', en: 'Audit administrator' },
} as const satisfies Record<string, Title>

export type Role = keyof typeof roles

/** Roles that a person holds alone. */
export const separatedRoles: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']

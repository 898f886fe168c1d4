import type { Maturity } from '@guatu/playbook'
import { words } from '../text.ts'

/** 项目谋划成熟度: what a planned project has of what building it needs. Each is seen in a field or in a node that is done. */
export const maturity: Maturity = {
  stages: ['reserve', 'negotiating', 'signed', 'preliminary'],
  signs: [
    { key: 'scope', title: words('建设内容明确', 'Scope is clear'), test: 'filled.scope' },
    { key: 'investor', title: words('投资主体落实', 'Investor is there'), test: 'filled.investor' },
    { key: 'amount', title: words('总投资测算', 'Investment is estimated'), test: 'fields.totalInvestment > 0.0' },
    {
      key: 'site',
      title: words('用地落实', 'Site is found'),
      test: "fields.landMode == 'existing' || fields.landMode == 'leased' || fields.landAreaMu > 0.0",
    },
    { key: 'planning', title: words('规划条件', 'Planning conditions'), node: 'planning-conditions' },
    { key: 'filing', title: words('立项备案', 'Filing or approval'), node: 'filing' },
    { key: 'plan', title: words('年度投资计划', 'Plan of the year'), test: 'fields.annualPlan > 0.0' },
    { key: 'duty', title: words('责任到人', 'Somebody answers for it'), test: 'filled.leadOrg && filled.owner' },
  ],
}

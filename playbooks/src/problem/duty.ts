import type { Field } from '@guatu/playbook'
import { headers, words } from '../text.ts'
import { declineGrounds } from './choices.ts'

/** Who is to solve it, who helps, who watches, and what they have promised. */
export const duty: Readonly<Record<string, Field>> = {
  leadOrg: {
    kind: 'org',
    title: words('牵头单位', 'Lead unit'),
    group: 'duty',
    byMoves: true,
    words: headers('责任单位 办理单位 承办单位 牵头部门 责任部门 主办单位 牵头责任单位 交办单位 解决单位'),
  },
  cooperatingOrgs: {
    kind: 'orgs',
    title: words('配合单位', 'Co-operating units'),
    group: 'duty',
    relation: 'cooperating',
    words: headers('协办单位 配合部门 协同单位 会办单位 配合责任单位'),
  },
  supervisingOrg: {
    kind: 'org',
    title: words('统筹单位', 'Co-ordinating unit'),
    group: 'duty',
    relation: 'supervising',
    hint: words('负责交办和裁定', 'Assigns it and decides appeals'),
    words: headers('督办单位 统筹部门 交办部门'),
  },
  owner: {
    kind: 'person',
    title: words('承办人', 'Handled by'),
    group: 'duty',
    words: headers('责任人 经办人 办理人 承办责任人 负责人'),
  },
  leader: {
    kind: 'person',
    title: words('牵头区领导', 'District leader'),
    group: 'duty',
    words: headers('包联领导 牵头领导 区领导 分管领导 责任领导 联系领导'),
  },
  declineGround: {
    kind: 'choice',
    title: words('退回理由', 'Ground of declining'),
    group: 'duty',
    byMoves: true,
    choices: declineGrounds,
    words: headers('退回原因 不受理理由'),
  },
  measure: {
    kind: 'longText',
    title: words('解决措施', 'Measure'),
    group: 'answer',
    words: headers('办理措施 工作措施 解决方案 答复意见 答复内容 办理意见 推进措施 下步措施 破难举措'),
  },
  promisedOn: {
    kind: 'date',
    title: words('承诺解决日期', 'Promised for'),
    group: 'answer',
    byMoves: true,
    end: 'finish',
    words: headers('承诺办结时间 办结时限 完成时限 计划解决时间 解决时限 承诺时间 要求办结时间 时限要求'),
  },
}

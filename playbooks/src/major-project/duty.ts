import type { Field } from '@guatu/playbook'
import { headers, words } from '../text.ts'

/** Who answers, who helps, who may look in, and whom to call. */
export const duty: Readonly<Record<string, Field>> = {
  leader: {
    kind: 'person',
    title: words('包联领导', 'District leader'),
    group: 'duty',
    words: headers(
      '挂钩领导 联系领导 挂钩区领导 联系区领导 包联区领导 包抓领导 牵头领导 责任领导 区领导 分管领导 挂联领导',
    ),
  },
  leadOrg: {
    kind: 'org',
    title: words('责任单位', 'Lead unit'),
    group: 'duty',
    words: headers('牵头单位 责任部门 牵头部门 主体责任单位 主责单位 责任主体 牵头责任单位 实施单位 主管部门'),
  },
  serviceOrg: {
    kind: 'org',
    title: words('服务单位', 'Serving unit'),
    group: 'duty',
    relation: 'cooperating',
    words: headers('服务部门 配合单位 协办单位 配合部门 协同单位'),
  },
  supervisingOrg: {
    kind: 'org',
    title: words('行业主管单位', 'Supervising unit'),
    group: 'duty',
    relation: 'supervising',
    words: headers('主管单位 行业主管部门 行业主管 监管单位 监管部门'),
  },
  firm: {
    kind: 'org',
    title: words('业主企业（名录）', 'Firm'),
    group: 'duty',
    relation: 'firm',
    hint: words('名录中的业主企业，其账号可见本项目', 'The firm in the directory; its accounts see this project'),
  },
  partner: {
    kind: 'org',
    title: words('招商合作伙伴', 'Partner'),
    group: 'duty',
    relation: 'partner',
    words: headers('引荐单位 招商中介 中介机构 合作机构 引荐机构'),
  },
  owner: {
    kind: 'person',
    title: words('责任人', 'Owner'),
    group: 'duty',
    words: headers('项目负责人 项目责任人 负责人 项目专员 项目秘书 项目长 服务专员'),
  },
  contact: {
    kind: 'text',
    title: words('联系人', 'Contact'),
    group: 'duty',
    secret: 'personal',
    maxLength: 60,
    words: headers('经办人 业主联系人 企业联系人 项目联系人'),
  },
  phone: {
    kind: 'phone',
    title: words('联系电话', 'Telephone'),
    group: 'duty',
    secret: 'personal',
    words: headers('电话 手机 联系方式 手机号 手机号码 电话号码'),
  },
}

/** What talks are about: for those who lead them. */
export const talks: Readonly<Record<string, Field>> = {
  policyRequests: {
    kind: 'longText',
    title: words('政策诉求', 'Policy requests'),
    group: 'talks',
    secret: 'negotiation',
    words: headers('企业政策诉求 政策需求 招商政策诉求 投资方诉求'),
  },
  concessions: {
    kind: 'longText',
    title: words('拟给予支持', 'Concessions'),
    group: 'talks',
    secret: 'negotiation',
    words: headers('拟给予政策 政策承诺 优惠政策 招商优惠 扶持政策 一事一议'),
  },
  landPriceAsked: {
    kind: 'money',
    title: words('意向地价', 'Land price asked'),
    group: 'talks',
    unit: '万元',
    secret: 'negotiation',
    hint: words('每亩', 'A mu'),
    words: headers('意向地价万元/亩 拟供地价格'),
  },
}

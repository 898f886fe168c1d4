import type { Field } from '@guatu/playbook'
import { headers, words } from '../text.ts'

/** Who answers, until when, and what came of it. */
export const handling: Readonly<Record<string, Field>> = {
  leadOrg: {
    kind: 'org',
    title: words('承办单位', 'Handled by'),
    group: 'duty',
    words: headers('责任单位 牵头单位 牵头部门 主办单位 承办部门 被督办单位 主送单位 办理单位'),
  },
  owner: {
    kind: 'person',
    title: words('承办人', 'Person'),
    group: 'duty',
    words: headers('责任人 经办人 办理人'),
  },
  leader: {
    kind: 'person',
    title: words('分管区领导', 'District leader'),
    group: 'duty',
    words: headers('包联领导 分管领导 责任领导 牵头领导'),
  },
  dueOn: {
    kind: 'date',
    title: words('办理时限', 'Due on'),
    group: 'reply',
    end: 'finish',
    words: headers('回复时限 办结时限 完成时限 完成时间 要求完成时间 整改期限 反馈时限'),
  },
  reply: {
    kind: 'longText',
    title: words('办理情况', 'Reply'),
    group: 'reply',
    hint: words('做了什么、结果如何、下一步；写入回复公文', 'Goes into the reply'),
    words: headers('回复内容 进展情况 办理结果 整改情况 反馈情况 落实情况 回复情况'),
  },
  repliedOn: {
    kind: 'date',
    title: words('回复日期', 'Replied on'),
    group: 'reply',
    end: 'finish',
    words: headers('回复时间 反馈时间'),
  },
  askedUntil: {
    kind: 'date',
    title: words('申请延期至', 'Extension asked until'),
    group: 'reply',
    end: 'finish',
    words: headers('延期至 延期时限'),
  },
  extensionGround: {
    kind: 'longText',
    title: words('延期理由', 'Ground of the extension'),
    group: 'reply',
    words: headers('延期原因'),
  },
  opinion: {
    kind: 'longText',
    title: words('验收意见', 'Opinion on acceptance'),
    group: 'acceptance',
    words: headers('审核意见 验收情况 办结意见 销号意见'),
  },
  acceptedOn: {
    kind: 'date',
    title: words('验收日期', 'Accepted on'),
    group: 'acceptance',
    end: 'finish',
    words: headers('验收时间 办结时间 销号时间 实际完成时间'),
  },
}

import type { Text } from '../../../app/language.ts'
import type { FixedDeadline } from './deadline-model.ts'
import type { Immovable } from './drag-model.ts'

export const dragTexts = {
  moves: { zh: '将调整 {{count}} 个节点', en: '{{count}} nodes will move', one: '{{count}} node will move' },
  movesNothing: { zh: '没有节点会移动', en: 'No node moves' },
  finishLater: { zh: '竣工推迟 {{count}} 个工作日', en: 'the finish slips by {{count}} working days' },
  finishEarlier: { zh: '竣工提前 {{count}} 个工作日', en: 'the finish comes {{count}} working days earlier' },
  finishSame: { zh: '竣工不变', en: 'the finish stays' },
  pastDeadline: { zh: '超出时限 {{count}} 个工作日', en: '{{count}} working days past the deadline' },
  deadlineMoved: { zh: '竣工时限 {{from}} → {{to}}', en: 'Deadline {{from}} → {{to}}' },
  separator: { zh: '，', en: ', ' },
  working: { zh: '正在推算', en: 'Working it out' },
  which: { zh: '哪些节点', en: 'Which nodes' },
  movedBy: { zh: '{{title}}：{{from}} → {{to}}', en: '{{title}}: {{from}} → {{to}}' },
  save: { zh: '保存', en: 'Save' },
  saving: { zh: '正在保存', en: 'Saving' },
  cancel: { zh: '放弃', en: 'Discard' },
  saved: { zh: '{{item}}：已调整 {{count}} 个节点', en: '{{item}}: {{count}} nodes moved' },
  cannotUndo: {
    zh: '（原来的日期早于今天，不能撤销）',
    en: ' (the former dates lie before today: this cannot be undone)',
  },
  undone: { zh: '{{item}}：已恢复原来的日期', en: '{{item}}: the former dates are back' },
  otherDraft: {
    zh: '{{item}} 的调整还没有保存，请先保存或放弃',
    en: 'The change to {{item}} is not saved yet. Save or discard it first',
  },
  readOnly: { zh: '您的岗位不能调整计划', en: 'Your posts do not let you change plans' },
  notYours: { zh: '您的岗位不能调整这个项目的计划', en: 'Your posts do not let you change this project’s plan' },
  failed: { zh: '没有保存', en: 'Not saved' },
  applyForThis: { zh: '以此改动申请变更', en: 'Apply for this change' },
  region: { zh: '尚未保存的调整', en: 'Unsaved change' },
} satisfies Record<string, Text>

export const immovableTexts: Record<Immovable | FixedDeadline, Text> = {
  done: { zh: '节点已完成，日期以实际为准，不能拖动', en: 'The node is done: its dates are facts and stay' },
  undated: {
    zh: '节点还没有日期，请先填项目的竣工时间',
    en: 'The node has no dates yet. Set the project’s finish date first',
  },
  started: {
    zh: '节点已开工，开始日期不能再动；可拖动末端改工期',
    en: 'The node has started; drag its end to change its duration',
  },
  milestone: { zh: '里程碑没有工期，请拖动它本身', en: 'A milestone has no duration; drag the mark itself' },
  noDeadline: {
    zh: '项目还没有竣工时限，请先在项目页填写竣工时间',
    en: 'The project has no deadline yet. Set its finish date on its page first',
  },
  allDone: { zh: '节点已全部完成，竣工时限不再调整', en: 'Every node is done: the deadline stays' },
}

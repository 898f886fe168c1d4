import type { Clock, Gate, ItemRelation, Move, Stage } from '@guatu/playbook'
import { headers as terms, words } from '../text.ts'

export const stageColumn = { title: words('申请状态', 'State'), words: terms('状态 审批状态 办理状态') }

const phase = 'application'

export const stages: readonly Stage[] = [
  { key: 'drafted', title: words('起草', 'Draft'), phase, words: terms('草稿 未提交 拟申请') },
  { key: 'applied', title: words('待审批', 'To be decided'), phase, words: terms('已提交 审批中 审核中 待审核') },
  { key: 'returned', title: words('退回补正', 'Returned'), phase, aside: true, words: terms('退回 已退回 补正') },
  {
    key: 'approved',
    title: words('已批准', 'Approved'),
    phase,
    final: true,
    reaches: 'finish',
    words: terms('批准 同意 通过 已通过'),
  },
  {
    key: 'refused',
    title: words('未批准', 'Refused'),
    phase,
    final: true,
    aside: true,
    words: terms('不予批准 不同意 未通过 驳回'),
  },
  {
    key: 'withdrawn',
    title: words('已撤回', 'Withdrawn'),
    phase,
    final: true,
    aside: true,
    words: terms('撤回 撤销 撤回申请'),
  },
]

/** Who applies and who decides are never the same person: the server sees to that beside these parties. */
const applicants: readonly ItemRelation[] = ['raiser', 'lead', 'all']
const deciders: readonly ItemRelation[] = ['supervising', 'leader', 'charge', 'all']

export const moves: readonly Move[] = [
  { from: 'drafted', to: 'applied', title: words('提交申请', 'Hand in'), by: applicants, effect: 'submitChange' },
  {
    from: 'returned',
    to: 'applied',
    back: true,
    title: words('补正后再提交', 'Hand in again'),
    by: applicants,
    effect: 'submitChange',
  },
  {
    from: 'applied',
    to: 'approved',
    title: words('批准', 'Approve'),
    by: deciders,
    asks: ['opinion'],
    effect: 'approveChange',
  },
  {
    from: 'applied',
    to: 'returned',
    title: words('退回补正', 'Return'),
    by: deciders,
    reason: true,
    counts: 'return',
  },
  {
    from: 'applied',
    to: 'refused',
    title: words('不予批准', 'Refuse'),
    by: deciders,
    asks: ['opinion'],
    reason: true,
  },
  ...(['drafted', 'applied', 'returned'] as const).map(
    (from): Move => ({ from, to: 'withdrawn', title: words('撤回申请', 'Withdraw'), by: applicants, reason: true }),
  ),
]

export const gates: readonly Gate[] = [
  {
    to: 'applied',
    needs: [
      { kind: 'field', field: 'reasonKind' },
      { kind: 'field', field: 'reason' },
      { kind: 'field', field: 'basis' },
    ],
  },
]

/** Days that a district gives itself to decide; its own rule, set here, not a law's. */
const decisionWorkdays = 5

export const clocks: readonly Clock[] = [
  {
    key: 'decision',
    title: words('审批时限', 'To decide'),
    runsIn: ['applied'],
    limit: [{ amount: decisionWorkdays, unit: 'workdays' }],
    pauses: {
      material: words('等待申请单位补充材料', 'The applicant has to bring material'),
      review: words('专家评审、现场核查', 'Expert review or inspection'),
      higher: words('等待上级部门意见', 'A higher authority is asked'),
    },
    chargedTo: 'supervising',
    warnPercent: 20,
    restarts: true,
  },
]

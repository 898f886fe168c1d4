/** One step of an invented problem's way: how many workdays back, at which minute of the day, by which side. */
export interface Step {
  readonly to: string
  readonly move?: string
  readonly back: number
  readonly minute: number
  readonly by: 'office' | 'lead' | 'raiser'
  /** What the step says of the parts that only the way decides; the rest is the matter's. */
  readonly promised?: number
  readonly ground?: string
  readonly rating?: number
  readonly reason?: string
  /** Another unit takes it over. */
  readonly elsewhere?: boolean
}

export interface Way {
  readonly raisedBack: number
  readonly urgency: 'urgent' | 'normal'
  readonly simple?: boolean
  readonly steps: readonly Step[]
  /** The clock that is stopped, for which ground, since when. */
  readonly paused?: { readonly clock: string; readonly ground: string; readonly text: string; readonly back: number }
}

const step = (to: string, back: number, minute: number, by: Step['by'], more: Partial<Step> = {}): Step => ({
  to,
  back,
  minute,
  by,
  ...more,
})

const assign = (back: number, minute = 560) => step('assigned', back, minute, 'office')
const accept = (back: number, minute = 640) => step('accepted', back, minute, 'lead')
const answer = (back: number, promised: number, minute = 900) => step('handling', back, minute, 'lead', { promised })
const report = (back: number, minute = 930) => step('confirming', back, minute, 'lead')
const confirm = (back: number, rating: number, minute = 610) => step('solved', back, minute, 'raiser', { rating })
const urgent = 'urgent' as const
const normal = 'normal' as const

/** A declined assignment goes to another unit. */
const passedOn = (back: number): readonly Step[] => [
  assign(back),
  step('declined', back - 1, 600, 'lead', { ground: 'wrongLead', reason: '管线权属在另一家单位，应由其牵头' }),
  step('assigned', back - 2, 580, 'office', { elsewhere: true, reason: '已与相关单位会商，重新明确牵头' }),
]

/** Problems in every state: fresh, in time, short of it, over it, passed on, stopped, contested, solved, given up. */
export const ways: readonly Way[] = [
  { raisedBack: 0, urgency: urgent, steps: [] },
  { raisedBack: 0, urgency: normal, steps: [] },
  { raisedBack: 1, urgency: normal, steps: [] },
  { raisedBack: 2, urgency: urgent, steps: [] },
  { raisedBack: 3, urgency: normal, steps: [] },
  { raisedBack: 1, urgency: normal, steps: [assign(0)] },
  { raisedBack: 1, urgency: urgent, steps: [assign(0, 960)] },
  { raisedBack: 4, urgency: normal, steps: [assign(3)] },
  { raisedBack: 2, urgency: normal, steps: [assign(1)] },
  {
    raisedBack: 3,
    urgency: normal,
    steps: [
      assign(2),
      step('declined', 1, 700, 'lead', { ground: 'notOurs', reason: '审批权限在市级，本单位无此职责' }),
    ],
  },
  {
    raisedBack: 2,
    urgency: urgent,
    steps: [assign(1), step('declined', 0, 560, 'lead', { ground: 'unclear', reason: '缺管线图和权属证明' })],
  },
  { raisedBack: 3, urgency: normal, steps: [assign(2), accept(1)] },
  { raisedBack: 5, urgency: normal, steps: [assign(4), accept(3)] },
  { raisedBack: 12, urgency: normal, steps: [assign(11), accept(10)] },
  { raisedBack: 16, urgency: normal, steps: [assign(15), accept(14)] },
  { raisedBack: 2, urgency: urgent, simple: true, steps: [assign(1, 540), accept(0, 900)] },
  {
    raisedBack: 10,
    urgency: normal,
    steps: [assign(9), accept(8)],
    paused: { clock: 'answer', ground: 'hearing', text: '消防专家论证定于下周三召开', back: 4 },
  },
  { raisedBack: 9, urgency: normal, steps: [...passedOn(8), accept(5)] },
  { raisedBack: 9, urgency: normal, steps: [assign(8), accept(8, 700), answer(5, 6)] },
  { raisedBack: 14, urgency: urgent, steps: [assign(14, 620), accept(13), answer(10, 12)] },
  { raisedBack: 18, urgency: normal, steps: [assign(17), accept(16), answer(12, 3)] },
  { raisedBack: 22, urgency: normal, steps: [assign(21), accept(20), answer(15, -2)] },
  { raisedBack: 30, urgency: urgent, steps: [assign(30, 620), accept(29), answer(25, -6)] },
  { raisedBack: 40, urgency: normal, steps: [assign(39), accept(38), answer(33, -13)] },
  {
    raisedBack: 26,
    urgency: normal,
    steps: [
      assign(25),
      accept(24),
      answer(20, -4),
      step('handling', 5, 620, 'office', {
        move: 'extend',
        promised: 9,
        reason: '停电窗口因迎峰度冬保供推迟，同意延期一次',
      }),
    ],
  },
  {
    raisedBack: 34,
    urgency: normal,
    steps: [
      assign(33),
      accept(32),
      answer(28, -14),
      report(15),
      step('handling', 13, 640, 'raiser', { rating: 2, reason: '只迁了东侧，西侧 3 档仍在，桩机还是进不来' }),
    ],
  },
  {
    raisedBack: 50,
    urgency: normal,
    steps: [
      assign(49),
      accept(48),
      answer(44, -30),
      report(32),
      confirm(30, 4),
      step('handling', 6, 600, 'raiser', { promised: 5, reason: '雨后问题反复，同一路段再次积水' }),
    ],
  },
  { raisedBack: 15, urgency: normal, steps: [assign(14), accept(13), answer(9, 1), report(2)] },
  { raisedBack: 20, urgency: urgent, steps: [assign(20, 620), accept(19), answer(15, -1), report(4)] },
  { raisedBack: 28, urgency: normal, steps: [assign(27), accept(26), answer(22, -8), report(9)] },
  { raisedBack: 6, urgency: normal, simple: true, steps: [assign(5), accept(4), report(4, 990)] },
  {
    raisedBack: 36,
    urgency: normal,
    steps: [
      assign(35),
      accept(34),
      answer(30, -16),
      report(17),
      step('handling', 14, 640, 'raiser', { rating: 2, reason: '补助金额与协议不符' }),
      report(10),
      step('appealed', 6, 660, 'lead', { reason: '已按审计口径足额兑现' }),
    ],
  },
  ...[
    [24, 5],
    [33, 4],
    [41, 5],
    [47, 4],
    [55, 3],
    [62, 5],
    [70, 4],
    [78, 4],
    [88, 2],
    [95, 5],
  ].map(
    ([back = 24, rating = 4], place): Way => ({
      raisedBack: back,
      urgency: place % 3 === 0 ? urgent : normal,
      steps:
        place % 4 === 3
          ? [
              ...passedOn(back - 1),
              accept(back - 4),
              answer(back - 6, 16 - back),
              report(back - 14),
              confirm(back - 16, rating),
            ]
          : [
              assign(back - 1),
              accept(back - 1, 760),
              answer(back - 4, 14 - back),
              report(back - 12),
              confirm(back - 14, rating),
            ],
    }),
  ),
  { raisedBack: 29, urgency: normal, steps: [step('closed', 28, 620, 'raiser', { ground: 'withdrawn' })] },
  {
    raisedBack: 44,
    urgency: normal,
    steps: [assign(43), accept(42), answer(38, -20), step('closed', 22, 650, 'office', { ground: 'beyond' })],
  },
  {
    raisedBack: 52,
    urgency: normal,
    steps: [...passedOn(51), accept(48), answer(45, -30), step('closed', 33, 650, 'office', { ground: 'noBasis' })],
  },
]

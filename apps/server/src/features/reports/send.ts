import { sendReport, sendReports } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { reportReplies } from './reply.ts'
import { selectReport } from './select.ts'
import { writeReport } from './write.ts'

export const sendReportFeature = feature(sendReport, async (deps, { body }) => {
  return await deps.store.write(async (tx) => {
    const written = await writeReport(deps, tx, body)
    if (written.kind === 'refused') return written
    const { reportId, repeated, revision } = written.value
    const [report] = await reportReplies(deps, tx, [(await selectReport(tx, reportId))!])
    return done({ report: report!, repeated, revision })
  })
})

/** Thrown to take back what the transaction has written so far. */
class BatchRefused extends Error {
  readonly refusals: readonly Refusal[]

  constructor(refusals: readonly Refusal[]) {
    super('a batch of reports is refused')
    this.refusals = refusals
  }
}

const twice = (index: number): Refusal =>
  refusal('REPORT_INVALID', { zh: '同一条报送出现了两次', en: 'One report is sent twice' }, `reports/${index}/reportId`)

export const sendReportsFeature = feature(sendReports, async (deps, { body }) => {
  const ids = body.reports.map(({ reportId }) => reportId)
  const repeats = ids.flatMap((id, index) => (ids.indexOf(id) === index ? [] : [twice(index)]))
  if (repeats.length > 0) return refused(...repeats)
  try {
    return await deps.store.write(async (tx) => {
      const refusals: Refusal[] = []
      let repeated = 0
      for (const [index, report] of body.reports.entries()) {
        const written = await writeReport(deps, tx, report)
        if (written.kind === 'done') repeated += written.value.repeated ? 1 : 0
        else refusals.push(...written.refusals.map((one) => ({ ...one, path: `reports/${index}/${one.path ?? ''}` })))
      }
      if (refusals.length > 0) throw new BatchRefused(refusals)
      return done({ sent: body.reports.length - repeated, repeated })
    })
  } catch (error) {
    if (error instanceof BatchRefused) return refused(...error.refusals)
    throw error
  }
})

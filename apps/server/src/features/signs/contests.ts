import type { SignContestRow } from '../../store/sign-rows.ts'
import type { Tx } from '../../store/store.ts'

export const contestKey = (of: { readonly itemId: string; readonly sign: string; readonly record: string }) =>
  `${of.itemId} ${of.sign} ${of.record}`

/** What was said last against each record, by `contestKey`. */
export async function lastContests(tx: Tx): Promise<Map<string, SignContestRow>> {
  const rows = await tx.db
    .selectFrom('signContest')
    .selectAll()
    .where('districtId', '=', tx.districtId)
    .orderBy('contestId')
    .execute()
  return new Map(rows.map((row) => [contestKey(row), row]))
}

/** An objection as it travels. */
export function contestReply(row: SignContestRow) {
  const { contestId, text, contestedBy: by, contestedAt: at, answer, upheld, answeredBy, answeredAt } = row
  const isAnswered = answer !== null && upheld !== null && answeredBy !== null && answeredAt !== null
  return {
    contestId,
    text,
    by,
    at,
    answer: isAnswered ? { text: answer, upheld, by: answeredBy, at: answeredAt } : null,
  }
}

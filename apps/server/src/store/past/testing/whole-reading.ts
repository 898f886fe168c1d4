import type { MovingApp } from './moving-app.ts'

/** Selections of every kind: by columns, by the document, by events, by imports, by words; sorted by what days move. */
const selections = [
  'sort=name',
  'sort=-behindPoints',
  'sort=lamp,-yearDone&filter=behindPoints:from:10',
  'filter=lamp:in:red,orange;rule:filled',
  'filter=stage:in:build&sort=-updatedAt',
  'filter=started:in:2026-06,2026-07',
  'filter=cost:from:1000000;unit:filled&sort=-cost',
  'filter=gap:in:noLeadOrg,withBlockers,doneWithoutPlan',
  'filter=trouble:has:%25E6%258C%2587&sort=until',
  'q=gongcheng&sort=unit',
]

interface Reply {
  readonly asOf?: string
  readonly note?: object
  readonly allowed?: object
  readonly moves?: object
  readonly items?: unknown
  readonly code?: string
}

/** A reply without what says as of when it was read, and without what its reader may do: that is judged as of now. */
function saying(body: Reply): object {
  const { asOf: _asOf, note: _note, allowed: _allowed, moves: _moves, items, ...said } = body
  return Array.isArray(items)
    ? { ...said, items: items.map(({ mayPlan: _mayPlan, ...item }) => item) }
    : { ...said, items }
}

/**
 * Everything that can be read of a district, as of now or of an instant: lists with their totals, boards, the wall map,
 * every item's page and history, the plan in force, what is found, and the rows of a workbook.
 */
export async function wholeReading(
  server: MovingApp,
  known: { readonly itemIds: readonly string[]; readonly importIds: readonly string[] },
  asOf?: string,
): Promise<Record<string, object>> {
  const when = asOf === undefined ? '' : `asOf=${encodeURIComponent(asOf)}`
  const read: Record<string, object> = {}
  const ask = async (url: string) => {
    const { status, body } = await server.send<Reply>('GET', `${url}${url.includes('?') ? '&' : '?'}${when}`)
    read[url] = status === 200 ? saying(body) : { status, code: body.code }
  }
  const imports = known.importIds.map((importId) => `filter=import:in:${importId}`)
  for (const selection of [...selections, ...imports]) await ask(`/api/items?playbook=works&limit=500&${selection}`)
  for (const area of ['', '&area=330402100', '&area=330402101']) await ask(`/api/cockpit?playbook=works${area}`)
  await ask('/api/wall-map?playbook=works&sort=-until')
  await ask('/api/playbooks/works/plan')
  await ask('/api/search?q=gc')
  for (const itemId of known.itemIds) {
    await ask(`/api/items/${itemId}`)
    await ask(`/api/items/${itemId}/events?limit=200`)
  }
  return read
}

import type { Readable } from 'node:stream'
import { exportItems, getTemplateFile } from '@guatu/contract'
import { done } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { asOfTx, chinaText, parseAsOf } from '../../store/past/as-of.ts'
import { parseSelection, type Selection } from '../../store/selection/parse.ts'
import { streamedRead } from '../../store/streamed-read.ts'
import { sheetStream } from '../../workbook/write-sheet.ts'
import { exportLayout } from './layout.ts'
import { exportRows, sheetContext } from './rows.ts'

/** Streams a selection as a workbook, as of now or of an instant; the transaction stays open until the last row is out, or the reader is gone. */
export function exportStream(
  deps: Pick<Deps, 'store' | 'shelf'>,
  selection: Selection,
  keys?: readonly string[],
  asOf?: { readonly at: string; readonly today: string },
): Promise<Readable> {
  const layout = exportLayout(selection.playbook, keys)
  return new Promise((resolve, reject) => {
    const reading = streamedRead(deps.store, async (live) => {
      const tx = asOf === undefined ? live : await asOfTx(live, asOf.at, asOf.today)
      const context = await sheetContext(tx, deps.shelf.dictionaries)
      const stream = sheetStream(layout, exportRows(tx, selection, layout.columns, context))
      resolve(stream)
      await new Promise<void>((over) => {
        stream.once('close', over)
        stream.once('end', over)
        stream.once('error', () => over())
      })
    })
    reading.catch(reject)
  })
}

export const exportItemsFeature = feature(exportItems, async (deps, { query }) => {
  const playbook = findPlaybook(deps, query.playbook)
  if (playbook.kind === 'refused') return playbook
  const selection = parseSelection(playbook.value, query)
  if (selection.kind === 'refused') return selection
  const keys = query.columns?.split(',').filter((key) => key in playbook.value.fields)
  const moment = query.asOf === undefined ? done(undefined) : parseAsOf(query.asOf, deps.now())
  if (moment.kind === 'refused') return moment
  const at = moment.value
  const asOf = at === undefined ? undefined : { at, today: deps.today() }
  const content = await exportStream(deps, selection.value, keys && keys.length > 0 ? keys : undefined, asOf)
  const when = at === undefined ? deps.today() : `${chinaText(at).replace(' ', '-').replace(':', '')}所知`
  return done({ fileName: `${playbook.value.title.zh}-${when}.xlsx`, content })
})

async function* noRows(): AsyncGenerator<never> {}

export const getTemplateFileFeature = feature(getTemplateFile, async (deps, { query }) => {
  const playbook = findPlaybook(deps, query.playbook)
  if (playbook.kind === 'refused') return playbook
  const content = sheetStream(exportLayout(playbook.value), noRows())
  return done({ fileName: `${playbook.value.title.zh}-填报模板.xlsx`, content })
})

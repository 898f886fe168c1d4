import { exportReportSheet, readReportSheet } from '@guatu/contract'
import type { CellValue } from '@guatu/derive'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { readGrids } from '../../workbook/read-grids.ts'
import { sheetStream } from '../../workbook/write-sheet.ts'
import { reportedPlaybook, sheetOf } from './due.ts'
import { readSheet, refuseSheet } from './read-sheet.ts'
import { reportLayout, sheetCells } from './sheet-layout.ts'

async function* each(rows: readonly CellValue[][]): AsyncGenerator<readonly CellValue[]> {
  yield* rows
}

export const exportReportSheetFeature = feature(exportReportSheet, async (deps, { query }) => {
  const playbook = reportedPlaybook(deps, query.playbook)
  if (playbook.kind === 'refused') return playbook
  const sheet = await deps.store.read((tx) => sheetOf(deps, tx, playbook.value, query))
  const layout = reportLayout(playbook.value, query.unit, sheet.month)
  const rows = sheet.items.map((item) => sheetCells(playbook.value, layout, item))
  return done({
    fileName: `${playbook.value.title.zh}-${sheet.month}-月报.xlsx`,
    content: sheetStream(layout, each(rows)),
  })
})

export const readReportSheetFeature = feature(readReportSheet, async (deps, { query, upload }) => {
  const playbook = reportedPlaybook(deps, query.playbook)
  const grids = await readGrids(upload)
  if (playbook.kind === 'refused') return playbook
  if (grids.kind === 'refused') return grids
  const [grid] = grids.value
  const sheet = await deps.store.read((tx) => sheetOf(deps, tx, playbook.value, query))
  const { version } = reportLayout(playbook.value, query.unit, sheet.month)
  const foreign = refuseSheet(grid, { version })
  if (!grid || foreign) return refused(refusal('REPORT_INVALID', foreign ?? undefined, 'file'))
  return done(readSheet(grid, { playbook: playbook.value, month: sheet.month, version, items: sheet.items }))
})

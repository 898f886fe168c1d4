import {
  type ColumnMapping,
  getImport,
  getImportReport,
  type ImportState,
  type LedgerReport,
  mapImport,
} from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { useLists } from '../../app/lists.ts'
import { Sentence } from '../../ui/section.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { columnsSharingFields, mappingOf } from './mapping.ts'
import { MappingTable } from './mapping-table.tsx'
import { StepButtons } from './step-buttons.tsx'
import { neighbour, type Step } from './steps.ts'
import { texts } from './texts.ts'
import { useReport } from './use-import.ts'

interface StepProps {
  readonly state: ImportState
  readonly onStep: (step: Step) => void
}

export function MappingStep({ state, onStep }: StepProps) {
  const t = useText()
  const report = useReport(state)
  const change = useMapping(state)
  if (report.error) return <ErrorState error={report.error} />
  if (!report.data) return <Skeleton label={t(texts.phases.checking)} lines={8} />
  const mapping = { ...mappingOf(report.data), ...change.variables?.mapping }
  const shared = columnsSharingFields(mapping)
  return (
    <div className="import-step">
      <Sentence>{t(texts.mappingSentence, sentenceFigures(report.data))}</Sentence>
      {state.mappingRemembered ? <p className="import-note">{t(texts.remembered)}</p> : null}
      <ListChoice state={state} onList={(playbook) => change.mutate({ playbook })} />
      <SheetChoice state={state} onSheet={(sheet) => change.mutate({ sheet })} />
      {change.error ? <ErrorState error={change.error} /> : null}
      {shared.map((columns) => (
        <p key={columns.join()} role="alert" className="import-alert">
          {t(texts.usedTwice, { columns: columns.join('、') })}
        </p>
      ))}
      <MappingTable
        playbook={state.playbook}
        report={report.data}
        mapping={mapping}
        onChange={(column, field) => change.mutate({ mapping: { ...mapping, [column]: field } })}
      />
      <StepButtons
        onBack={() => onStep('file')}
        next={{
          label: t(texts.next),
          run: () => onStep(neighbour('mapping', 1)),
          disabled: shared.length > 0 || change.isPending,
        }}
      />
    </div>
  )
}

const sentenceFigures = (report: LedgerReport) => ({
  rows:
    report.headerRows.length === 1
      ? String(report.headerRows[0])
      : `${report.headerRows[0]}—${report.headerRows.at(-1)}`,
  columns: report.columns.length,
  mapped: report.columns.filter(({ field }) => field !== null).length,
  count: report.rows,
})

interface Correction {
  readonly playbook?: string
  readonly sheet?: string
  readonly mapping?: ColumnMapping
}

/** Every correction is sent at once: the check that follows always speaks of the mapping on the screen. */
function useMapping(state: ImportState) {
  return useMutation({
    mutationFn: async (body: Correction) => {
      await call(mapImport, { params: { importId: state.importId }, body })
      await refresh(getImport, getImportReport)
    },
  })
}

/** The list that the file was read for; another one reads it anew. */
function ListChoice({ state, onList }: { readonly state: ImportState; readonly onList: (playbook: string) => void }) {
  const t = useText()
  const lists = useLists()
  if (lists.length < 2) return null
  return (
    <label className="import-sheet">
      {t(texts.list)}
      <select value={state.playbook} onChange={(event) => onList(event.currentTarget.value)}>
        {lists.map(({ key, title }) => (
          <option key={key} value={key}>
            {t(title)}
          </option>
        ))}
      </select>
    </label>
  )
}

function SheetChoice({ state, onSheet }: { readonly state: ImportState; readonly onSheet: (sheet: string) => void }) {
  const t = useText()
  if (state.sheets.length < 2) return null
  return (
    <label className="import-sheet">
      {t(texts.sheet)}
      <select value={state.sheet ?? ''} onChange={(event) => onSheet(event.currentTarget.value)}>
        {state.sheets.map(({ name, rows }) => (
          <option key={name} value={name}>
            {name} ({rows})
          </option>
        ))}
      </select>
    </label>
  )
}

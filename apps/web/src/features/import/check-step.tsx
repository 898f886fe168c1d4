import { getImportErrorsFile, type ImportState, type LedgerReport, skipTitles } from '@guatu/contract'
import { addressOf } from '../../api/call.ts'
import { useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { Sentence } from '../../ui/section.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { ItemsPreview } from './items-preview.tsx'
import { type Problem, ProblemTable } from './problem-table.tsx'
import { StepButtons } from './step-buttons.tsx'
import { neighbour, type Step } from './steps.ts'
import { texts } from './texts.ts'
import { useReport } from './use-import.ts'

const tabs = ['errors', 'warnings', 'duplicates', 'skipped', 'preview'] as const
type Tab = (typeof tabs)[number]

interface CheckStepProps {
  readonly state: ImportState
  readonly onStep: (step: Step) => void
}

export function CheckStep({ state, onStep }: CheckStepProps) {
  const t = useText()
  const [view, changeView] = useViewState()
  const report = useReport(state)
  if (report.error) return <ErrorState error={report.error} />
  if (!report.data) return <Skeleton label={t(texts.phases.checking)} lines={8} />
  const { rows, importable, errors, warnings } = report.data
  const tab = tabs.find((key) => key === view.show) ?? (errors.length > 0 ? 'errors' : 'preview')
  const sentence = errors.length + warnings.length === 0 ? texts.checkClean : texts.checkSentence
  return (
    <div className="import-step">
      <Sentence>{t(sentence, { rows, importable, errors: errors.length, warnings: warnings.length })}</Sentence>
      {errors.length + warnings.length > 0 ? (
        <a className="import-download" href={addressOf(getImportErrorsFile, { params: { importId: state.importId } })}>
          {t(texts.errorsFile)}
        </a>
      ) : null}
      <div className="import-tabs" role="tablist">
        {tabs.map((key) => (
          <button
            key={key}
            type="button"
            role="tab"
            aria-selected={key === tab}
            onClick={() => void changeView({ show: key }, { replace: true })}
          >
            {t(texts[key])} <span>{countOf(report.data as LedgerReport, key)}</span>
          </button>
        ))}
      </div>
      <TabContent tab={tab} report={report.data} playbook={state.playbook} />
      <StepButtons
        onBack={() => onStep(neighbour('check', -1))}
        next={{ label: t(texts.next), run: () => onStep(neighbour('check', 1)) }}
      />
    </div>
  )
}

const countOf = (report: LedgerReport, tab: Tab): number => (tab === 'preview' ? report.importable : report[tab].length)

interface TabContentProps {
  readonly tab: Tab
  readonly report: LedgerReport
  readonly playbook: string
}

function TabContent({ tab, report, playbook }: TabContentProps) {
  const t = useText()
  if (tab === 'preview') return <ItemsPreview report={report} playbook={playbook} />
  const problems: Record<Exclude<Tab, 'preview'>, () => readonly Problem[]> = {
    errors: () => report.errors,
    warnings: () => report.warnings,
    duplicates: () =>
      report.duplicates.map(({ row, of }) => ({
        row,
        message: t(typeof of === 'number' ? texts.duplicateOf : texts.duplicateOfStored, { row, of }),
      })),
    skipped: () =>
      report.skipped.map(({ row, reason, text }) => ({
        row,
        value: text ?? null,
        message: t(skipTitles[reason] ?? { zh: reason, en: reason }),
      })),
  }
  return <ProblemTable problems={problems[tab]()} />
}

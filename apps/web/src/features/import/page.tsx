import type { ImportState } from '@guatu/contract'
import { useParams } from '@tanstack/react-router'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { CheckStep } from './check-step.tsx'
import { DifferenceStep } from './difference-step.tsx'
import { DoneStep } from './done-step.tsx'
import { FileStep } from './file-step.tsx'
import { MappingStep } from './mapping-step.tsx'
import { StepBar } from './step-bar.tsx'
import { type Step, stepShown, steps } from './steps.ts'
import { texts } from './texts.ts'
import { useImport } from './use-import.ts'
import './import.css'

/** From a ledger to its items in five stations; the import and the station stand in the address. */
export default function ImportPage() {
  const t = useText()
  const { playbook = '' } = useParams({ strict: false })
  const [view, changeView] = useViewState()
  const imported = useImport(view.import)
  usePageTitle(t(texts.heading))
  const step = stepShown(
    steps.find((key) => key === view.step),
    imported.data,
  )
  const go = (next: Step) => void changeView({ step: next })
  const restart = () => void changeView({ import: undefined, step: undefined })
  return (
    <div className="import">
      <StepBar step={step} state={imported.data} onStep={go} />
      {imported.error ? (
        <ErrorState error={imported.error} onRetry={restart} />
      ) : view.import && !imported.data ? (
        <Skeleton label={t(texts.phases.reading)} lines={6} />
      ) : (
        <Station step={step} playbook={playbook} state={imported.data} onStep={go} onRestart={restart} />
      )}
    </div>
  )
}

interface StationProps {
  readonly step: Step
  readonly playbook: string
  readonly state: ImportState | undefined
  readonly onStep: (step: Step) => void
  readonly onRestart: () => void
}

function Station({ step, playbook, state, onStep, onRestart }: StationProps) {
  if (!state || step === 'file') return <FileStep playbook={playbook} state={state} onRestart={onRestart} />
  if (step === 'mapping') return <MappingStep key={state.importId} state={state} onStep={onStep} />
  if (step === 'check') return <CheckStep state={state} onStep={onStep} />
  if (step === 'difference') return <DifferenceStep state={state} onStep={onStep} />
  return <DoneStep state={state} onRestart={onRestart} />
}

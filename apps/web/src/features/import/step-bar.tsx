import type { ImportState } from '@guatu/contract'
import { useText } from '../../app/language.ts'
import { openSteps, type Step, steps } from './steps.ts'
import { texts } from './texts.ts'

interface StepBarProps {
  readonly step: Step
  readonly state: ImportState | undefined
  readonly onStep: (step: Step) => void
}

/** The five stations; those that can be opened are buttons. */
export function StepBar({ step, state, onStep }: StepBarProps) {
  const t = useText()
  const open = openSteps(state)
  return (
    <nav aria-label={t(texts.heading)} className="import-steps no-print">
      <ol>
        {steps.map((key, index) => (
          <li key={key} className={key === step ? 'is-current' : open.includes(key) ? 'is-open' : ''}>
            <button
              type="button"
              disabled={!open.includes(key) || key === step}
              aria-current={key === step ? 'step' : undefined}
              onClick={() => onStep(key)}
            >
              <span className="import-step-number">{index + 1}</span>
              {t(texts.steps[key])}
            </button>
          </li>
        ))}
      </ol>
      {state ? <span className="import-file">{state.fileName}</span> : null}
    </nav>
  )
}

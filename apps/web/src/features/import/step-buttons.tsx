import { useText } from '../../app/language.ts'
import { texts } from './texts.ts'

interface StepButtonsProps {
  readonly onBack: () => void
  readonly next: { readonly label: string; readonly run: () => void; readonly disabled?: boolean }
}

export function StepButtons({ onBack, next }: StepButtonsProps) {
  const t = useText()
  return (
    <div className="import-buttons no-print">
      <button type="button" className="button" onClick={onBack}>
        {t(texts.back)}
      </button>
      <button type="button" className="button is-primary" disabled={next.disabled} onClick={next.run}>
        {next.label}
      </button>
    </div>
  )
}

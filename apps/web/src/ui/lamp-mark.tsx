import { type LampLevel, type LampReason, lampFaces } from '@guatu/kernel'
import { useText } from '../app/language.ts'
import { Hint } from './hint.tsx'
import './lamp-mark.css'

interface LampProps {
  readonly level: LampLevel
  /** The rules that lit it, said on hover and focus. */
  readonly reasons?: readonly LampReason[]
  /** Where the word stands nearby already, the glyph alone is shown; screen readers still hear the word. */
  readonly glyphOnly?: boolean
}

/** A lamp by colour, glyph and word. */
export function LampMark({ level, reasons = [], glyphOnly = false }: LampProps) {
  const t = useText()
  const face = lampFaces[level]
  const word = t(face.title)
  const mark = (
    <span className={`lamp is-${level}`}>
      <span className="lamp-glyph" aria-hidden="true">
        {face.glyph}
      </span>
      <span className={glyphOnly ? 'aside-text' : 'lamp-word'}>{word}</span>
    </span>
  )
  if (reasons.length === 0) return mark
  return (
    <Hint
      className="lamp-hint"
      hint={reasons.map((reason) => (
        <span key={`${reason.rule}${reason.nodeKey ?? ''}`} className="lamp-reason">
          {lampFaces[reason.level].glyph} {t(reason.text)}
        </span>
      ))}
    >
      {mark}
    </Hint>
  )
}

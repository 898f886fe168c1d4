import { type NoticeKind, noticeKindKeys, noticeKinds } from '@guatu/contract'
import { useText } from '../app/language.ts'
import './kind-choice.css'

interface KindChoiceProps {
  readonly title: string
  readonly hint?: string
  readonly chosen: readonly NoticeKind[]
  readonly onChange: (kinds: NoticeKind[]) => void
}

/** Kinds of notices to tick, the gravest first. */
export function KindChoice({ title, hint, chosen, onChange }: KindChoiceProps) {
  const t = useText()
  const toggle = (kind: NoticeKind, wanted: boolean) =>
    onChange(noticeKindKeys.filter((one) => (one === kind ? wanted : chosen.includes(one))))
  return (
    <fieldset className="kind-choice">
      <legend>
        {title}
        {hint ? <small>{hint}</small> : null}
      </legend>
      {noticeKindKeys.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={chosen.includes(kind)}
            onChange={(event) => toggle(kind, event.target.checked)}
          />
          {t(noticeKinds[kind])}
        </label>
      ))}
    </fieldset>
  )
}

import { pauseClock } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import type { Clock } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { call } from '../../../api/call.ts'
import { refresh } from '../../../api/query.ts'
import { useText } from '../../../app/language.ts'
import { ErrorState } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { loopTexts as texts } from './texts.ts'

interface PauseDialogProps {
  readonly clock: Clock
  readonly itemId: string
  readonly onClose: () => void
}

/** Stops a clock on one of the grounds that the list knows, with the case in words. */
export function PauseDialog({ clock, itemId, onClose }: PauseDialogProps) {
  const t = useText()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const grounds = Object.entries(clock.pauses)
  const [ground, setGround] = useState(grounds[0]?.[0] ?? '')
  const [text, setText] = useState('')
  useEffect(() => dialog.current?.showModal(), [])
  const pause = useMutation({
    mutationFn: () => call(pauseClock, { params: { itemId, clock: clock.key }, body: { ground, text: text.trim() } }),
    onSuccess: async () => {
      toast({ text: t(texts.paused) })
      onClose()
      await refresh()
    },
  })
  return (
    <dialog ref={dialog} className="project-editor" aria-label={t(texts.pause)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          pause.mutate()
        }}
      >
        <h2>
          {t(texts.pause)}：{t(clock.title)}
        </h2>
        <Grounds grounds={grounds} ground={ground} onGround={setGround} />
        <div className="field-row is-wide">
          <label htmlFor={id}>{t(texts.pauseText)}</label>
          <textarea
            id={id}
            className="field-input"
            rows={2}
            required
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className="field-note">
            <span>{t(texts.pauseHint)}</span>
          </div>
        </div>
        {pause.error ? <ErrorState error={pause.error} /> : null}
        <div className="project-buttons">
          <button type="button" className="button" onClick={onClose}>
            {t(texts.cancel)}
          </button>
          <button type="submit" className="button is-primary" disabled={pause.isPending || text.trim() === ''}>
            {t(texts.pause)}
          </button>
        </div>
      </form>
    </dialog>
  )
}

interface GroundsProps {
  readonly grounds: readonly (readonly [key: string, title: Title])[]
  readonly ground: string
  readonly onGround: (ground: string) => void
}

function Grounds({ grounds, ground, onGround }: GroundsProps) {
  const t = useText()
  return (
    <fieldset className="loop-grounds">
      <legend>{t(texts.pauseGround)}</legend>
      {grounds.map(([key, title]) => (
        <label key={key}>
          <input type="radio" name="ground" checked={ground === key} onChange={() => onGround(key)} /> {t(title)}
        </label>
      ))}
    </fieldset>
  )
}

import { advanceItem, type ItemReply } from '@guatu/contract'
import type { Stage } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { Section } from '../../ui/section.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import type { Project } from './project.ts'
import { nextGate, stagePath } from './stage-path.ts'
import { texts } from './texts.ts'

type Gate = ItemReply['gates'][number]

/** The path of stages with the gate ahead: what is missing is listed whole, each entry by its own name. */
export function StageStrip({ reply, playbook }: Project) {
  const t = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  const path = stagePath(playbook, reply.item.stage, reply.gates)
  const gate = path.find(({ stage }) => stage.key === chosen)?.gate ?? nextGate(path)
  const stageOf = (key: string) => playbook.stages.find((stage) => stage.key === key)
  return (
    <Section title={t(texts.stagePath)} className="project-stages">
      <ol>
        {path.map(({ stage, state, gate: ahead }) => (
          <li key={stage.key} className={`is-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
            {ahead ? (
              <button type="button" aria-pressed={gate?.to === stage.key} onClick={() => setChosen(stage.key)}>
                {t(stage.title)}
              </button>
            ) : (
              <span>{t(stage.title)}</span>
            )}
          </li>
        ))}
      </ol>
      {gate ? <GateBox key={gate.to} reply={reply} gate={gate} stage={stageOf(gate.to)} /> : null}
    </Section>
  )
}

interface GateBoxProps {
  readonly reply: ItemReply
  readonly gate: Gate
  readonly stage: Stage | undefined
}

function GateBox({ reply, gate, stage }: GateBoxProps) {
  const t = useText()
  const [reason, setReason] = useState('')
  const name = stage ? t(stage.title) : gate.to
  const done = t(gate.back ? texts.movedBack : texts.moved, { stage: name })
  const advance = useAdvance(reply, done)
  const allowed = reply.allowed.includes('item.advance')
  return (
    <div className="project-gate">
      <p>{gate.missing.length > 0 ? t(texts.missing, { count: gate.missing.length }) : t(texts.ready)}</p>
      {gate.missing.length > 0 ? (
        <ul>
          {gate.missing.map(({ path, text }) => (
            <li key={path}>{t(text)}</li>
          ))}
        </ul>
      ) : null}
      {gate.back && allowed ? (
        <label>
          {t(texts.reason)}
          <input
            value={reason}
            placeholder={t(texts.reasonHint)}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </label>
      ) : null}
      {allowed ? (
        <button
          type="button"
          className="button no-print"
          disabled={gate.missing.length > 0 || advance.isPending || (gate.back && reason.trim() === '')}
          onClick={() => advance.mutate({ to: gate.to, reason })}
        >
          {t(gate.back ? texts.goBack : texts.advance, { stage: name })}
        </button>
      ) : null}
      {advance.error ? <ErrorState error={advance.error} /> : null}
    </div>
  )
}

function useAdvance({ item }: ItemReply, done: string) {
  return useMutation({
    mutationFn: ({ to, reason }: { readonly to: string; readonly reason: string }) =>
      call(advanceItem, {
        params: { itemId: item.itemId },
        body: { revision: item.revision, to, ...(reason.trim() ? { reason: reason.trim() } : {}) },
      }),
    onSuccess: async () => {
      toast({ text: done })
      await refresh()
    },
  })
}

import { type ClockReply, resumeClock } from '@guatu/contract'
import type { Clock } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { refresh } from '../../../api/query.ts'
import { useDirectory } from '../../../api/session.tsx'
import { useLanguage, useText } from '../../../app/language.ts'
import { ClockMark } from '../../../ui/clock/clock-mark.tsx'
import { workingTimeText } from '../../../ui/clock/words.ts'
import { instantText } from '../../../ui/format.ts'
import { Section } from '../../../ui/section.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { Project } from '../project.ts'
import { PauseDialog } from './pause-dialog.tsx'
import { loopTexts as texts } from './texts.ts'

/** The clocks that ran on the item: what runs, what is left, whose time it is, and every stop with its ground. */
export function ClocksPart({ reply, playbook }: Project) {
  const t = useText()
  const shown = reply.clocks.filter(({ state, spentMinutes }) => state !== 'idle' || spentMinutes > 0)
  if (shown.length === 0) return null
  return (
    <Section title={t(texts.clocks)}>
      <ol className="loop-clocks">
        {shown.map((clock) => (
          <ClockLine key={clock.key} clock={clock} defined={playbook.clocks?.find(({ key }) => key === clock.key)} />
        ))}
      </ol>
    </Section>
  )
}

/** Stops the clock on a ground, or lets it run on; nothing for whoever makes no moves here. */
export function ClockAct({ reply, playbook, clock }: Project & { readonly clock: ClockReply }) {
  const t = useText()
  const [stopping, setStopping] = useState(false)
  const { itemId } = reply.item
  const defined = playbook.clocks?.find(({ key }) => key === clock.key)
  if (!reply.allowed.includes('item.advance') || !defined) return null
  if (clock.state === 'paused') return <Resume itemId={itemId} clock={clock.key} />
  return (
    <>
      <button type="button" className="button no-print" onClick={() => setStopping(true)}>
        {t(texts.pause)}
      </button>
      {stopping ? <PauseDialog clock={defined} itemId={itemId} onClose={() => setStopping(false)} /> : null}
    </>
  )
}

interface ClockLineProps {
  readonly clock: ClockReply
  readonly defined: Clock | undefined
}

function ClockLine({ clock, defined }: ClockLineProps) {
  const t = useText()
  const language = useLanguage()
  const { orgName } = useDirectory()
  const { state, limit, dueAt, chargedOrgId } = clock
  const charged = chargedOrgId ? t(texts.charged, { unit: orgName(chargedOrgId) }) : t(texts.chargedNobody)
  const notes = [
    ...(limit ? [t(texts.limit[limit.unit], { amount: limit.amount })] : []),
    ...(dueAt && state === 'running' ? [t(texts.dueAt, { when: instantText(dueAt, language) })] : []),
    charged,
  ]
  return (
    <li>
      {state === 'running' || state === 'paused' ? (
        <ClockMark clock={clock} title={clock.title} />
      ) : (
        <span className="clock-mark">
          <span>
            <span className="clock-title">{t(clock.title)}</span> {workingTimeText(clock.spentMinutes, language)}
          </span>
        </span>
      )}
      <div>
        <p className="project-muted" title={limit?.basis}>
          {notes.join(' · ')}
        </p>
        <Spent clock={clock} />
        <Stops clock={clock} defined={defined} />
      </div>
    </li>
  )
}

/** Who had how much of it; of one unit alone the line above says it. */
function Spent({ clock }: { readonly clock: ClockReply }) {
  const t = useText()
  const language = useLanguage()
  const { orgName } = useDirectory()
  if (clock.spentByUnit.length < 2) return null
  const list = clock.spentByUnit.map(({ orgId, minutes }) =>
    t(texts.spent, { unit: orgName(orgId) || '—', time: workingTimeText(minutes, language) }),
  )
  return <p className="project-muted">{list.join('；')}</p>
}

function Stops({ clock, defined }: Pick<ClockLineProps, 'clock' | 'defined'>) {
  const t = useText()
  const language = useLanguage()
  return clock.pauses.map(({ ground, text, fromAt, toAt, by }) => {
    const title = defined?.pauses[ground]
    return (
      <p key={fromAt} className="loop-stop">
        {t(texts.pausedSince, {
          from: instantText(fromAt, language),
          to: toAt ? instantText(toAt, language) : t(texts.untilNow),
          ground: title ? t(title) : ground,
          text,
          by,
        })}
      </p>
    )
  })
}

function Resume({ itemId, clock }: { readonly itemId: string; readonly clock: string }) {
  const t = useText()
  const resume = useMutation({
    mutationFn: () => call(resumeClock, { params: { itemId, clock }, body: {} }),
    onSuccess: () => toast({ text: t(texts.resumed) }),
    onError: (error) => toast({ text: error.message, tone: 'failed', error }),
    onSettled: () => refresh(),
  })
  return (
    <button type="button" className="button no-print" disabled={resume.isPending} onClick={() => resume.mutate()}>
      {t(texts.resume)}
    </button>
  )
}

import type { ItemReply, MoveReply } from '@guatu/contract'
import { useMemo, useState } from 'react'
import { stageTitle } from '../../../api/playbook.ts'
import { useCommands } from '../../../app/commands.ts'
import { useLanguage, useText } from '../../../app/language.ts'
import { ClockMark } from '../../../ui/clock/clock-mark.tsx'
import { instantText } from '../../../ui/format.ts'
import { Section } from '../../../ui/section.tsx'
import type { Project } from '../project.ts'
import { ClockAct } from './clocks-part.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { loopTexts as texts } from './texts.ts'

/** Where the item stands and what this person can do with it: each move by its own words, those onward first. */
export function MoveBar({ reply, playbook }: Project) {
  const t = useText()
  const [open, setOpen] = useState<MoveReply | null>(null)
  const moves = useMemo(() => [...reply.moves].sort((a, b) => Number(a.back) - Number(b.back)), [reply.moves])
  useCommands(
    useMemo(
      () => moves.map((move) => ({ key: `move-${move.key}`, title: move.title, run: () => setOpen(move) })),
      [moves],
    ),
  )
  const clock = runningClock(reply)
  return (
    <Section title={t(stageTitle(playbook, reply.item.stage))} aside={<Since reply={reply} />} className="loop-bar">
      {clock ? (
        <div className="loop-clock">
          <ClockMark clock={clock} title={clock.title} />
          <ClockAct {...{ reply, playbook, clock }} />
        </div>
      ) : null}
      {moves.length === 0 ? <p className="project-muted">{t(texts.noMoves)}</p> : null}
      <fieldset className="loop-moves no-print" aria-label={t(texts.moves)}>
        {moves.map((move, index) => (
          <button
            key={move.key}
            type="button"
            className={`button ${index === 0 && !move.back && move.to !== reply.item.stage ? 'is-primary' : ''}`}
            onClick={() => setOpen(move)}
          >
            {t(move.title)}
          </button>
        ))}
      </fieldset>
      {open ? <MoveDialog key={open.key} {...{ reply, playbook }} move={open} onClose={() => setOpen(null)} /> : null}
    </Section>
  )
}

const runningClock = ({ clocks }: Pick<ItemReply, 'clocks'>) =>
  clocks.find(({ state }) => state === 'running') ?? clocks.find(({ state }) => state === 'paused')

function Since({ reply }: { readonly reply: ItemReply }) {
  const t = useText()
  const language = useLanguage()
  const stay = reply.stays.at(-1)
  return stay ? t(texts.since, { when: instantText(stay.enteredAt, language) }) : null
}

import type { ItemReply } from '@guatu/contract'
import { countKinds } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { stageTitle } from '../../../api/playbook.ts'
import { useDirectory } from '../../../api/session.tsx'
import { useLanguage, useText } from '../../../app/language.ts'
import { instantText } from '../../../ui/format.ts'
import { Section } from '../../../ui/section.tsx'
import type { Project } from '../project.ts'
import { loopTexts as texts } from './texts.ts'

/** The item's way through stages and hands, the latest first, and how often it went back. */
export function WayPart({ reply, playbook }: Project) {
  const t = useText()
  const language = useLanguage()
  const { orgName } = useDirectory()
  return (
    <Section title={t(texts.way)} aside={<Counts reply={reply} playbook={playbook} />}>
      <ol className="project-changes loop-way">
        {[...reply.stays].reverse().map((stay) => (
          <li key={`${stay.enteredAt} ${stay.stage} ${stay.leadOrgId ?? ''}`}>
            <time dateTime={stay.enteredAt}>{instantText(stay.enteredAt, language)}</time>
            <div>
              <p>
                {t(stageTitle(playbook, stay.stage))}
                {stay.leadOrgId ? ` · ${orgName(stay.leadOrgId)}` : ''}
              </p>
              <p className="project-muted">
                {[stay.reason ? `${t(texts.reason)}：${stay.reason}` : '', stay.by].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** 交办几次、重开几次, and the rung that it has climbed to. */
function Counts({ reply, playbook }: { readonly reply: ItemReply; readonly playbook: Playbook }) {
  const t = useText()
  const rung = playbook.ladder?.find(({ level }) => level === reply.escalatedTo)
  const told = countKinds
    .filter((kind) => reply.counts[kind] > 0)
    .map((kind) => t(texts.counts[kind], { count: reply.counts[kind] }))
  return (
    <>
      {rung ? <strong className="loop-rung">{t(texts.escalated, { rung: t(rung.title) })}</strong> : null}
      {told.join(' · ')}
    </>
  )
}

import { type Block, listBlocks } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useRoute } from '../../../api/query.ts'
import { useDirectory, useSession } from '../../../api/session.tsx'
import { useLanguage, useText } from '../../../app/language.ts'
import { dayText } from '../../../ui/format.ts'
import { LampMark } from '../../../ui/lamp-mark.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Project } from '../project.ts'
import { loopTexts as texts } from './texts.ts'

/** What holds this item's nodes, or what nodes of others it holds, and what that costs their finish. */
export function BlocksPart({ reply }: Project) {
  const t = useText()
  const { itemId } = reply.item
  const isLinked = reply.links.length > 0
  const found = useRoute(listBlocks, { query: { items: itemId } }, { enabled: isLinked })
  const blocks = found.data?.blocks ?? []
  if (blocks.length === 0) return null
  const held = found.data?.items.find((item) => item.itemId === itemId)
  const several = blocks.filter((block) => block.itemId === itemId).length > 1
  return (
    <Section title={t(held ? texts.blocks : texts.holds)} className="loop-blocks">
      {held && several && held.finishShiftWorkdays > 0 ? <Together {...held} /> : null}
      <ul>
        {blocks.map((block) => (
          <BlockLine key={block.linkId} block={block} isHere={block.itemId === itemId} />
        ))}
      </ul>
    </Section>
  )
}

function useDay() {
  const language = useLanguage()
  const { today } = useSession()
  return (iso: string) => dayText(iso, { language, today })
}

interface TogetherProps {
  readonly finish: string | null
  readonly heldFinish: string | null
  readonly finishShiftWorkdays: number
}

function Together({ finish, heldFinish, finishShiftWorkdays }: TogetherProps) {
  const t = useText()
  const day = useDay()
  if (!finish || !heldFinish) return null
  return (
    <p className="project-sentence">
      <strong>{t(texts.allTogether, { count: finishShiftWorkdays, from: day(finish), to: day(heldFinish) })}</strong>
    </p>
  )
}

/** One held node: from the held item's page its blocker is told, from the blocker's the item. */
function BlockLine({ block, isHere }: { readonly block: Block; readonly isHere: boolean }) {
  const t = useText()
  const day = useDay()
  const { orgName } = useDirectory()
  const other = isHere ? block.blocker : { itemId: block.itemId, title: block.itemTitle }
  const why = block.state === 'holds' ? t(texts.heldUntil[block.basis], { day: day(block.until) }) : null
  return (
    <li>
      <LampMark level={block.blocker.lamp} glyphOnly />
      <span className="loop-block-node">{block.nodeTitle ?? t(texts.linkWhole)}</span>
      <Link to="/item/$itemId" params={{ itemId: other.itemId }} preload={false}>
        {other.title}
      </Link>
      <span className="project-muted">
        {[isHere && block.blocker.leadOrgId ? orgName(block.blocker.leadOrgId) : '', why].filter(Boolean).join(' · ')}
      </span>
      <Cost block={block} />
    </li>
  )
}

function Cost({ block }: { readonly block: Block }) {
  const t = useText()
  if (block.state !== 'holds') return <span className="project-muted">{t(texts.notCounted[block.state])}</span>
  const count = block.finishShiftWorkdays
  if (count === 0) return <span className="project-muted">{t(texts.costsNothing)}</span>
  return <strong className="loop-cost">{t(texts.costs, { count })}</strong>
}

import { type ItemLinkReply, removeLink } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { nodeTitle, playbookOf, stageTitle } from '../../../api/playbook.ts'
import { refresh } from '../../../api/query.ts'
import { useText } from '../../../app/language.ts'
import { LampMark } from '../../../ui/lamp-mark.tsx'
import { Section } from '../../../ui/section.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { Project } from '../project.ts'
import { LinkDialog } from './link-dialog.tsx'
import { loopTexts as texts } from './texts.ts'

/** What the item is linked to and what is linked to it, by the words of each kind. */
export function LinksPart({ reply, playbook }: Project) {
  const t = useText()
  const [adding, setAdding] = useState(false)
  const adds = reply.allowed.includes('item.edit') && Object.keys(playbook.linkKinds ?? {}).length > 0
  if (reply.links.length === 0 && !adds) return null
  const add = adds ? (
    <button type="button" className="button no-print" onClick={() => setAdding(true)}>
      {t(texts.addLink)}
    </button>
  ) : null
  return (
    <Section title={t(texts.links)} aside={add}>
      {reply.links.length === 0 ? <p className="project-muted">{t(texts.noLinks)}</p> : null}
      <ul className="loop-links">
        {reply.links.map((link) => (
          <LinkLine
            key={link.linkId}
            link={link}
            // A link is its maker's: it is ended where it goes out from.
            itemId={adds && link.direction === 'to' ? reply.item.itemId : null}
          />
        ))}
      </ul>
      {adding ? <LinkDialog {...{ reply, playbook }} onClose={() => setAdding(false)} /> : null}
    </Section>
  )
}

interface LinkLineProps {
  readonly link: ItemLinkReply
  /** The item that the reader may take the link from; null: it stays. */
  readonly itemId: string | null
}

function LinkLine({ link, itemId }: LinkLineProps) {
  const t = useText()
  const other = playbookOf(link.playbookKey)
  const node = link.nodeKey && other?.nodes.find(({ key }) => key === link.nodeKey)
  return (
    <li>
      <span className="project-muted">{t(link.words)}</span>
      <LampMark level={link.lamp} glyphOnly />
      <Link to="/item/$itemId" params={{ itemId: link.itemId }} preload={false}>
        {link.title}
      </Link>
      <span className="project-muted">
        {[
          node ? t(nodeTitle(other as never, { nodeKey: node.key, title: node.title.zh })) : (link.nodeKey ?? ''),
          other ? t(stageTitle(other, link.stage)) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {itemId ? <EndLink link={link} itemId={itemId} /> : null}
    </li>
  )
}

function EndLink({ link, itemId }: { readonly link: ItemLinkReply; readonly itemId: string }) {
  const t = useText()
  const end = useMutation({
    mutationFn: () => call(removeLink, { params: { itemId, linkId: link.linkId }, body: {} }),
    onSuccess: () => toast({ text: t(texts.unlinked) }),
    onError: (error) => toast({ text: error.message, tone: 'failed', error }),
    onSettled: () => refresh(),
  })
  return (
    <button
      type="button"
      className="link-button no-print"
      aria-label={t(texts.removeLink, { title: link.title })}
      disabled={end.isPending}
      onClick={() => end.mutate()}
    >
      {t(texts.remove)}
    </button>
  )
}

import { Link } from '@tanstack/react-router'
import { firstPlaybookWith } from '../../../api/playbook.ts'
import { useMay, useSession } from '../../../api/session.tsx'
import { useText } from '../../../app/language.ts'
import { loopTexts as texts } from './texts.ts'

interface RaiseLinkProps {
  readonly itemId: string
  /** The node that is stuck, with its name for screen readers; absent: the item as a whole. */
  readonly node?: { readonly nodeKey: string; readonly title: string }
  readonly className?: string
}

/** Leads to the short form of a problem, filled in with what it blocks; nothing where no list takes problems. */
export function RaiseLink({ itemId, node, className = 'project-link' }: RaiseLinkProps) {
  const t = useText()
  const may = useMay()
  const list = firstPlaybookWith(useSession(), ['problemBoard'])
  if (!list || !may('item.create')) return null
  return (
    <Link
      className={`${className} no-print`}
      to="/raise/$playbook"
      params={{ playbook: list.key }}
      search={{ item: itemId, ...(node ? { node: node.nodeKey } : {}) }}
      preload={false}
      aria-label={node ? t(texts.raiseHere, { node: node.title }) : undefined}
    >
      {t(texts.raise)}
    </Link>
  )
}

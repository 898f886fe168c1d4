import { Link } from '@tanstack/react-router'
import { useIssues } from '../../../api/issues.ts'
import { firstPlaybookWith } from '../../../api/playbook.ts'
import { useSession } from '../../../api/session.tsx'
import { useText } from '../../../app/language.ts'
import { loopTexts as texts } from './texts.ts'

interface OrderLinkProps {
  readonly itemId: string
  /** The node that is late, with its name for screen readers; absent: the item as a whole. */
  readonly node?: { readonly nodeKey: string; readonly title: string }
  readonly className?: string
}

/** Leads to the form of an order about this, filled in with what its lamps say; for who issues orders by office. */
export function OrderLink({ itemId, node, className = 'project-link' }: OrderLinkProps) {
  const t = useText()
  const issues = useIssues()
  const list = firstPlaybookWith(useSession(), ['orders'])
  if (!list || !issues) return null
  return (
    <Link
      className={`${className} no-print`}
      to="/desk/$playbook"
      params={{ playbook: list.key }}
      search={{ compose: '1', about: itemId, ...(node ? { node: node.nodeKey } : {}) }}
      preload={false}
      aria-label={node ? t(texts.orderHere, { node: node.title }) : undefined}
    >
      {t(texts.order)}
    </Link>
  )
}

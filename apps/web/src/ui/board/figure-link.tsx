import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Condition, filterText } from '../../api/filter.ts'
import { useBoardScope } from './board-context.ts'

interface FigureLinkProps {
  /** What the figure counts, on top of what the whole board is about. */
  readonly wanted: readonly Condition[]
  readonly className?: string
  /** Ledger order of the rows, as `ItemQuery.sort` says it. */
  readonly sort?: string
  readonly children: ReactNode
}

/** A figure that opens the rows behind it in the ledger. */
export function FigureLink({ wanted, className, sort, children }: FigureLinkProps) {
  const { playbook, conditions } = useBoardScope()
  const own = new Set(wanted.map(({ key }) => key))
  const filter = filterText([...conditions.filter(({ key }) => !own.has(key)), ...wanted])
  return (
    <Link
      to="/list/$playbook"
      params={{ playbook: playbook.key }}
      search={{ filter: filter || undefined, sort }}
      className={className}
      preload={false}
    >
      {children}
    </Link>
  )
}

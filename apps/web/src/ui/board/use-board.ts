import { type AreaMap, type Cockpit, getAreaMap, getCockpit } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { useMemo } from 'react'
import { is } from '../../api/filter.ts'
import { firstPlaybookWith } from '../../api/playbook.ts'
import { useRoute } from '../../api/query.ts'
import { useSession } from '../../api/session.tsx'
import type { BoardScope } from './board-context.ts'

export interface Board {
  readonly scope: BoardScope
  readonly cockpit: Cockpit
  /** Totals of every area, also while the board is narrowed to one. */
  readonly areas: Cockpit['areas']
  /** Undefined while it is on its way, null where it cannot be had: the areas then stand in a list. */
  readonly map: AreaMap | null | undefined
}

type BoardState =
  | { readonly kind: 'noList' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }
  /** `renewing`: figures of another area are still shown while the wanted ones are on their way. */
  | { readonly kind: 'ready'; readonly board: Board; readonly renewing: boolean }

/** The list that boards are about. */
function useBoardPlaybook(): Playbook | undefined {
  const session = useSession()
  return useMemo(() => firstPlaybookWith(session, ['annualInvestment', 'stageRiver', 'areaMap']), [session])
}

/** What a board shows, asked again every `everySeconds` where nobody is there to reload it. */
export function useBoard(area: string | undefined, everySeconds?: number): BoardState {
  const playbook = useBoardPlaybook()
  const options = {
    enabled: playbook !== undefined,
    keepLast: true,
    refetchInterval: everySeconds ? everySeconds * 1000 : (false as const),
  }
  const key = playbook?.key ?? ''
  const whole = useRoute(getCockpit, { query: { playbook: key } }, options)
  const narrowed = useRoute(getCockpit, { query: { playbook: key, ...(area ? { area } : {}) } }, options)
  const map = useRoute(getAreaMap, {}, { staleTime: 3_600_000 })
  const scope = useMemo(() => playbook && { playbook, conditions: area ? [is('area', area)] : [] }, [playbook, area])
  if (!scope) return { kind: 'noList' }
  if (narrowed.data && whole.data) {
    return {
      kind: 'ready',
      renewing: narrowed.isPlaceholderData,
      board: { scope, cockpit: narrowed.data, areas: whole.data.areas, map: map.isError ? null : map.data },
    }
  }
  const failed = [narrowed, whole].find((query) => query.error)
  if (failed) return { kind: 'failed', error: failed.error, retry: () => void failed.refetch() }
  return { kind: 'loading' }
}

import { getItem } from '@guatu/contract'
import type { Capability, Playbook } from '@guatu/playbook'
import { useParams } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { playbookOf } from '../api/playbook.ts'
import { useRoute } from '../api/query.ts'
import { useSession } from '../api/session.tsx'
import { readChoice, writeChoice } from './choice.ts'

/** The district's lists, in their order. */
export function useLists(): readonly Playbook[] {
  const { playbooks } = useSession()
  return useMemo(() => playbooks.flatMap(({ key }) => playbookOf(key) ?? []), [playbooks])
}

/** The list that one is at: the address's, or that of the item that is open; else the one chosen last; else the first. */
export function useCurrentList(): Playbook | undefined {
  const lists = useLists()
  const { playbook, itemId = '' } = useParams({ strict: false })
  // Never asks by itself: the item's page does, and what it was answered is seen here.
  const { data: open } = useRoute(getItem, { params: { itemId } }, { enabled: false })
  const here = playbook ?? open?.item.playbookKey
  const named = lists.find(({ key }) => key === here)
  useEffect(() => {
    if (named) writeChoice('list', named.key)
  }, [named])
  const keys = lists.map(({ key }) => key)
  const kept = readChoice('list', keys)
  return named ?? lists.find(({ key }) => key === kept) ?? lists[0]
}

/** Whether a screen can show a list; one that asks for nothing shows every list. */
export const canShow = (list: Playbook, needs: Capability | undefined): boolean =>
  needs === undefined || list.capabilities.includes(needs)

/** The list to show on a screen: the current one where it can be shown there, else the first that can. */
export const listFor = (
  lists: readonly Playbook[],
  current: Playbook | undefined,
  needs: Capability | undefined,
): Playbook | undefined => (current && canShow(current, needs) ? current : lists.find((list) => canShow(list, needs)))

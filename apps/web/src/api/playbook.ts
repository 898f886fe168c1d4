import { refusalCodes, type Session } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import type { Capability, FieldRole, Playbook } from '@guatu/playbook'
import { playbooks } from '@guatu/playbooks'
import { useMemo } from 'react'
import { RefusedError } from './refused.ts'

export const playbookOf = (key: string | null | undefined): Playbook | undefined =>
  playbooks.find((playbook) => playbook.key === key)

/** The list that an address names; a mistyped one is told to the person who typed it. */
export function usePlaybook(key: string): Playbook {
  return useMemo(() => {
    const playbook = playbookOf(key)
    if (playbook) return playbook
    const { status, title } = refusalCodes.PLAYBOOK_UNKNOWN
    throw new RefusedError(status, { code: 'PLAYBOOK_UNKNOWN', message: title, refusals: [] })
  }, [key])
}

/** The first of the district's lists that can do all of this: screens go by capability, never by a list's name. */
export const firstPlaybookWith = (session: Session, capabilities: readonly Capability[]): Playbook | undefined =>
  session.playbooks
    .map(({ key }) => playbookOf(key))
    .find((playbook) => playbook && capabilities.every((wanted) => playbook.capabilities.includes(wanted)))

export const stageTitle = (playbook: Playbook, stage: string): Title =>
  playbook.stages.find(({ key }) => key === stage)?.title ?? { zh: stage, en: stage }

export const ruleTitle = (playbook: Playbook, rule: string): Title =>
  playbook.lamps.rules.find(({ key }) => key === rule)?.title ?? { zh: rule, en: rule }

interface NodeWords {
  readonly nodeKey: string
  readonly title: string
}

/**
 * Title of an item's node in both languages. Nodes carry the words that they were laid with; where these are still the
 * template's own, the template knows the English ones. A title that somebody wrote stands in both languages as it is.
 */
export function nodeTitle(playbook: Playbook, { nodeKey, title }: NodeWords): Title {
  const own = playbook.nodes.find(({ key }) => key === nodeKey)?.title
  return own?.zh === title ? own : { zh: title, en: title }
}

/** The standard that a node is done by, in both languages as `nodeTitle` gives its title. */
export function nodeStandard(
  playbook: Playbook,
  { nodeKey, standard }: { readonly nodeKey: string; readonly standard: string },
): Title {
  const own = playbook.nodes.find(({ key }) => key === nodeKey)?.standard
  return own?.zh === standard ? own : { zh: standard, en: standard }
}

/** Key of the field that plays a part in this list. */
export const fieldOf = (playbook: Playbook, role: FieldRole): string | undefined => playbook.roles[role]

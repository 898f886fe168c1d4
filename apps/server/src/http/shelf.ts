import { done, type Outcome, refused } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import type { Deps } from './deps.ts'
import { refusal } from './refuse.ts'

/** The list of a key, or a refusal that names the lists there are. */
export function findPlaybook({ shelf }: Pick<Deps, 'shelf'>, key: string): Outcome<Playbook> {
  const playbook = shelf.playbooks.find((candidate) => candidate.key === key)
  if (playbook) return done(playbook)
  const accepted = shelf.playbooks.map((candidate) => candidate.key)
  return refused({ ...refusal('PLAYBOOK_UNKNOWN'), path: 'playbook', accepted })
}

/** The list of a stored item: one that is stored was taken from the shelf. */
export function playbookOf({ shelf }: Pick<Deps, 'shelf'>, key: string): Playbook {
  const playbook = shelf.playbooks.find((candidate) => candidate.key === key)
  if (!playbook) throw new Error(`an item of an unknown list ${key}`)
  return playbook
}

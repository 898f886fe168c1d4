import { done, type Outcome, refused } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { playbooks } from '@guatu/playbooks'

/** The list that a command line names; the only one there is when it names none. */
export function namedPlaybook(key: string | undefined): Outcome<Playbook> {
  const named =
    key === undefined && playbooks.length === 1 ? playbooks[0] : playbooks.find((playbook) => playbook.key === key)
  if (named) return done(named)
  return refused({
    code: 'PLAYBOOK_UNKNOWN',
    message: { zh: `没有清单 ${key ?? ''}`.trim(), en: `There is no list ${key ?? ''}`.trim() },
    accepted: playbooks.map((playbook) => playbook.key),
  })
}

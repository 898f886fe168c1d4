import { resolve } from 'node:path'
import { done, type Outcome, refused } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { playbooks } from '@guatu/playbooks'

/** What every command on a list and a file takes; everything that is missing or wrong is refused at once. */
export function listAndFile(
  list: string | undefined,
  file: string | undefined,
): Outcome<{ readonly playbook: Playbook; readonly path: string }> {
  const playbook = namedPlaybook(list)
  const noFile = { code: 'INPUT_INVALID', message: { zh: '没有给出文件', en: 'No file was named' } }
  if (playbook.kind === 'refused') return refused(...playbook.refusals, ...(file === undefined ? [noFile] : []))
  return file === undefined ? refused(noFile) : done({ playbook: playbook.value, path: resolve(file) })
}

/** The list that a command line names; the only one there is when it names none. */
function namedPlaybook(key: string | undefined): Outcome<Playbook> {
  const named =
    key === undefined && playbooks.length === 1 ? playbooks[0] : playbooks.find((playbook) => playbook.key === key)
  if (named) return done(named)
  return refused({
    code: 'PLAYBOOK_UNKNOWN',
    message:
      key === undefined
        ? { zh: '没有指明清单，请用 --list 指明', en: 'No list was named: name one with --list' }
        : { zh: `没有清单 ${key}`, en: `There is no list ${key}` },
    accepted: playbooks.map((playbook) => playbook.key),
  })
}

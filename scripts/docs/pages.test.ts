import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { playbookDocument } from '@guatu/derive'
import { playbooks } from '@guatu/playbooks'
import { expect, test } from 'vitest'

test.each(playbooks.map((playbook) => [playbook.key, playbook] as const))(
  'docs/playbooks/%s.md is as defined',
  (key, playbook) => {
    // `npm run docs` makes it anew.
    const path = fileURLToPath(new URL(`../../docs/playbooks/${key}.md`, import.meta.url))
    expect(readFileSync(path, 'utf8')).toBe(playbookDocument(playbook))
  },
)

import { readFileSync } from 'node:fs'
import { playbookDocument } from '@guatu/derive'
import { playbooks } from '@guatu/playbooks'
import { expect, test } from 'vitest'
import { accessMatrixPage } from '../../apps/server/src/testing/access-matrix/page.ts'
import { errorsPage } from './errors.ts'

test.each(playbooks)('the page of $key is what its definition says; `npm run docs` makes it anew', (playbook) => {
  const page = new URL(`../../docs/playbooks/${playbook.key}.md`, import.meta.url)
  expect(readFileSync(page, 'utf8')).toBe(playbookDocument(playbook))
})

test('docs/errors.md tells of every code; `npm run docs` makes it anew', () => {
  expect(readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')).toBe(errorsPage())
})

test('docs/access-matrix.md tells who may do what; `npm run docs` makes it anew', () => {
  expect(readFileSync(new URL('../../docs/access-matrix.md', import.meta.url), 'utf8')).toBe(accessMatrixPage())
})

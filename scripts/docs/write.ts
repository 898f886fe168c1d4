import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { playbookDocument } from '@guatu/derive'
import { playbooks } from '@guatu/playbooks'
import { accessMatrixPage } from '../../apps/server/src/testing/access-matrix/page.ts'
import { errorsPage } from './errors.ts'

const folder = fileURLToPath(new URL('../../docs/playbooks', import.meta.url))

mkdirSync(folder, { recursive: true })
for (const playbook of playbooks) {
  writeFileSync(`${folder}/${playbook.key}.md`, playbookDocument(playbook))
  console.log(`docs/playbooks/${playbook.key}.md`)
}
writeFileSync(`${folder}/../errors.md`, errorsPage())
console.log('docs/errors.md')
writeFileSync(`${folder}/../access-matrix.md`, accessMatrixPage())
console.log('docs/access-matrix.md')

import fc from 'fast-check'
import type { Field, FieldKind, Playbook } from '../src/index.ts'
import { fieldKinds } from '../src/index.ts'
import { templates } from './arbitraries.ts'

const title = (zh: string, en = zh) => ({ zh, en })

/** A field of a kind with nothing optional: title and words are made unique by its number. */
function plainField(kind: FieldKind, number: number): Field {
  const common = { title: title(`字段${number}`), group: 'main', words: [`别名${number}`] }
  switch (kind) {
    case 'integer':
    case 'number':
      return { ...common, kind, unit: 'unit' }
    case 'money':
      return { ...common, kind, unit: '万元' }
    case 'date':
      return { ...common, kind, end: 'start' }
    case 'choice':
      return { ...common, kind, choices: { one: { title: title('一') }, two: { title: title('二') } } }
    default:
      return { ...common, kind } as Field
  }
}

const fieldSets = fc
  .array(fc.constantFrom(...fieldKinds), { maxLength: 12 })
  .map((kinds) =>
    Object.fromEntries([
      ['name', { ...plainField('text', 0), required: true }] as const,
      ...kinds.map((kind, index) => [`f${index + 1}`, plainField(kind, index + 1)] as const),
    ]),
  )

/** Sound playbooks of any fields and nodes: whatever is drawn, no mistake may be found in it. */
export const soundPlaybooks: fc.Arbitrary<Playbook> = fc
  .record({ fields: fieldSets, template: templates, gated: fc.nat(), limit: fc.integer({ min: 1, max: 60 }) })
  .map(({ fields, template, gated, limit }) => {
    const keys = Object.keys(fields)
    // Drawn links may run against the stages; soft ones are allowed to.
    const links = template.links.map((link) => ({ ...link, soft: true }))
    return {
      key: 'drawn-list',
      version: 1,
      title: title('抽样', 'Drawn'),
      itemTitle: title('事项', 'Item'),
      capabilities: [],
      groups: { main: title('主要', 'Main') },
      fields,
      roles: { title: 'name' },
      stageColumn: { title: title('阶段', 'Stage'), words: [] },
      stages: template.stages.map((key, index) => ({
        key,
        title: title(`阶段${index}`),
        words: [],
        ...(index === template.stages.length - 1 ? { final: true } : {}),
      })),
      moves: template.stages.slice(1).map((to, index) => ({ from: template.stages[index]!, to })),
      gates: [{ to: template.stages[1]!, needs: [{ kind: 'field', field: keys[gated % keys.length]! }] }],
      nodes: template.nodes,
      links,
      metrics: {},
      lamps: {
        thresholds: { limit },
        rules: [
          {
            key: 'late',
            title: title('逾期', 'Late'),
            subject: 'node',
            when: 'node.lateDays > 0',
            levels: { red: 'node.lateDays > t.limit', yellow: 'true' },
            figures: ['lateDays', 'limit'],
            text: title('逾期 {lateDays} 天', '{lateDays} days late'),
          },
        ],
      },
      columns: keys,
    }
  })

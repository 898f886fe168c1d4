import { readFileSync } from 'node:fs'
import type { Field, Playbook } from '@guatu/playbook'
import type { SheetContext } from '../src/sheet/context.ts'

const file = new URL('../../../fixtures/playbook/valid/every-kind.json', import.meta.url)

/** A list with a field of every kind. */
export const everyKind: Playbook = JSON.parse(readFileSync(file, 'utf8'))

export const fieldOf = (key: string): Field => everyKind.fields[key]!

const entry = (code: string, zh: string, en: string) => ({ code, title: { zh, en } })

/** A directory with namesakes, and dictionaries with two entries of one name. */
const names: Readonly<Record<string, string>> = {
  'o-1': '区住建局',
  'o-2': '大桥镇',
  'o-3': '党委、政府',
  'p-1': '张伟',
  'p-2': '张伟',
  'p-3': '李娜',
  'p-4': '王#五',
}

export const context: SheetContext = {
  nameOf: (_, id) => names[id] ?? null,
  idsOf: (_, name) => Object.keys(names).filter((id) => names[id] === name),
  dictionaries: {
    area: {
      key: 'areas',
      title: { zh: '区域', en: 'Areas' },
      source: 'test',
      editable: true,
      entries: [entry('330402105', '大桥镇', 'Daqiao'), entry('330402103', '新丰镇', 'Xinfeng')],
    },
    industry: {
      key: 'industries',
      title: { zh: '行业', en: 'Industries' },
      source: 'test',
      editable: false,
      entries: [
        entry('K', '房地产业', 'Real estate'),
        entry('70', '房地产业', 'Real estate'),
        entry('36', '汽车制造业', 'Cars'),
      ],
    },
  },
}

import { readFileSync } from 'node:fs'
import { done, type Outcome, refused } from '@guatu/kernel'
import type { ColumnMapping, LedgerOptions } from '@guatu/ledger'

export interface MappingFile {
  readonly sheet?: string
  readonly options: Pick<LedgerOptions, 'mapping' | 'headerRows'>
}

/**
 * Reads a mapping: `{"E": "totalInvestment", "F": null}`, or the report of an earlier dry run, or an object with
 * `sheet`, `headerRows` and `columns` in either form. Keys are column letters.
 */
export function readMappingFile(path: string | undefined): Outcome<MappingFile> {
  if (path === undefined) return done({ options: {} })
  try {
    return parsed(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    return wrong(`${path}: ${(error as Error).message}`)
  }
}

const wrong = (cause: string) =>
  refused({
    code: 'MAPPING_INVALID',
    message: { zh: `列对应文件有误：${cause}`, en: `The mapping file is not valid: ${cause}` },
    accepted: ['{"E":"totalInvestment","F":null}'],
  })

function parsed(json: unknown): Outcome<MappingFile> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return wrong('not an object')
  const { sheet, headerRows, columns = json, mapping = columns } = json as Record<string, unknown>
  const entries = Array.isArray(mapping)
    ? mapping.map((column: Record<string, unknown>) => [column.column, column.field] as const)
    : Object.entries(mapping as Record<string, unknown>)
  const known: Record<string, string | null> = {}
  for (const [column, field] of entries) {
    if (typeof column !== 'string' || !/^[A-Za-z]{1,3}$/.test(column))
      return wrong(`no column letter: ${String(column)}`)
    if (field !== null && typeof field !== 'string') return wrong(`${column}: a field’s key or null`)
    known[column.toUpperCase()] = field
  }
  return done({
    ...(typeof sheet === 'string' ? { sheet } : {}),
    options: { mapping: known as ColumnMapping, ...(isRows(headerRows) ? { headerRows } : {}) },
  })
}

const isRows = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && value.every((row) => Number.isInteger(row) && row > 0)

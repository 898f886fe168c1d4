import type { Source } from '@guatu/kernel'
import { translate } from '../../app/language.ts'
import { texts } from './texts.ts'

/** Where a record came from, in words: the ledger's cell, a hand, or the demonstration. */
export function sourceText(source: Source): string {
  if (source.kind === 'ledger') {
    return translate(texts.sourceLedger, { file: source.fileName, sheet: source.sheet, row: source.row })
  }
  return translate(source.kind === 'manual' ? texts.sourceManual : texts.sourceDemonstration)
}

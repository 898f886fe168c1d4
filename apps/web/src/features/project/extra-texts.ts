/** Texts that an import kept under the ledger's own column headers, in the ledger's order. */
export function extraTexts(
  fields: Readonly<Record<string, unknown>>,
): readonly (readonly [header: string, text: string])[] {
  const { extra } = fields
  if (typeof extra !== 'object' || extra === null || Array.isArray(extra)) return []
  return Object.entries(extra).flatMap(([header, text]) =>
    typeof text === 'string' && text !== '' ? [[header, text]] : [],
  )
}

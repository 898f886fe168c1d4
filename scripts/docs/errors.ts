import { refusalCodes } from '@guatu/contract'

/** docs/errors.md: every code that a request may be refused with. */
export function errorsPage(): string {
  const rows = Object.entries(refusalCodes).map(
    ([code, { status, title }]) => `| \`${code}\` | ${status} | ${title.zh} | ${title.en} |`,
  )
  return [
    '# Error codes',
    '',
    'Every refusal carries a code of this table (made from `packages/contract/src/codes.ts`), its message in both languages, and the',
    'list of everything that stands in the way, each with its place (`path`) and, where there are few, the values that would be taken.',
    '',
    '| Code | Status | 中文 | English |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

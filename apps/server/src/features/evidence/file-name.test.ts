import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOfName } from './file-name.ts'

test.each([
  ['现场照片 3.jpg', '现场照片 3.jpg'],
  ['C:\\Users\\张三\\批复.pdf', '批复.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['..', 'file'],
  ['.htaccess', 'htaccess'],
  ['a\u202egpj.exe', 'agpj.exe'],
  ['a\u0000b\r\n.pdf', 'ab.pdf'],
  ['  空 白\t .pdf ', '空 白.pdf'],
  ['<script>"a".pdf', 'scripta.pdf'],
  ['.pdf', 'pdf'],
  [`${'长'.repeat(200)}.pdf`, `${'长'.repeat(80)}.pdf`],
])('%s becomes %s', (sent, kept) => {
  expect(wordsOfName(sent)).toBe(kept)
})

test('whatever is sent, the name fits the database’s rule and is stable', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 })), (sent) => {
      const kept = wordsOfName(sent)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(kept).not.toMatch(/[/\\\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/)
      expect(kept.length).toBeGreaterThan(0)
      expect([...kept].length).toBeLessThanOrEqual(92)
      expect(wordsOfName(kept)).toBe(kept)
    }),
    { numRuns: 500 },
  )
})

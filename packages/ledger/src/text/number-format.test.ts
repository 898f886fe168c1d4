import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberFormat, shownFigure } from './number-format.ts'

test.each([
  ['0.00"亿元"', '5', '5亿元'],
  ['0.00"亿元"', '5.125', '5.125亿元'],
  ['#,##0.00"元"', '12000', '12000元'],
  ['0"亩"', '30', '30亩'],
  ['0公顷', '3', '3公顷'],
  ['G/通用格式"亿元"', '1.5', '1.5亿元'],
  ['General"万元"', '1.5', '1.5万元'],
  ['0.0"亿元";[Red]-0.0"亿元"', '-2', '-2亿元'],
  ['_ * #,##0.00"万元"_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '7', '7万元'],
  ['"$"0.00', '1.5', '$1.5'],
  ['[$€-2] #,##0', '100', '€100'],
  ['0%', '0.6', '60%'],
  ['0.00%', '0.1234', '12.34%'],
  ['0!.0,"万元"', '12345678', '1234.5678万元'],
  ['0!.0000', '50000000', '5000'],
  ['0\\.00,,"亿元"', '1234567890', '12.3456789亿元'],
  ['0.00,', '5000', '5'],
  ['[>=10000]0!.0,"万元";0"元"', '20000', '2万元'],
  ['[>=10000]0!.0,"万元";0"元"', '500', '500元'],
])('%s shows %s as %s', (code, figure, shown) => expect(shownFigure(figure, numberFormat(code)!)).toBe(shown))

test.each([
  'General',
  '0.00',
  '#,##0.00_ ',
  '#,##0.00_);(#,##0.00)',
  '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  '@',
  'yyyy"年"m"月"',
  '0000"年"00"月"',
  '# ?/?',
  '0.00E+00',
  '000-0000',
  '[Red]0',
  '',
])('%s says nothing but decimals, or is no figure’s', (code) => expect(numberFormat(code)).toBeNull())

test('a percentage loses no digit', () => {
  const format = numberFormat('0%')!
  fc.assert(
    fc.property(fc.nat({ max: 10 ** 6 - 1 }), (figure) => {
      expect(shownFigure(`0.${String(figure).padStart(6, '0')}`, format)).toBe(`${figure / 10 ** 4}%`)
    }),
  )
})

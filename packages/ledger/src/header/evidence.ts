import { type Cell, cellText } from '../grid/grid.ts'
import { halfWidth, isPlaceholder } from '../text/normalise.ts'
import type { Target } from './targets.ts'

type Sort = 'figure' | 'date' | 'text'

const figure =
  /^(约|超|近|¥|\$|首期超?)*\d[\d,]*(\.\d+)?(e[+-]?\d+)?(百|千|十)?[万亿]?(元|美元|欧元|亩|公顷|平方米|m2|%)?$/i
const date = /^(20|19)\d{2}([年./-]|$)|^\d{2}年|^\d{1,2}月|年(底|初|中|末)|季度|半年|^\d{5}$/
const amountWords = /[万亿]元?|美元|[百千万亿]级/

function sortOf(cell: Cell): Sort {
  if (typeof cell === 'number') return 'figure'
  if (typeof cell === 'object' && cell !== null && cell.kind === 'date') return 'date'
  const text = halfWidth(cellText(cell)).replace(/\s+/g, '')
  if (date.test(text)) return 'date'
  return figure.test(text) || (amountWords.test(text) && text.length <= 20) ? 'figure' : 'text'
}

const looksLikeDateNumber = (cell: Cell): boolean =>
  typeof cell === 'number' &&
  ((cell >= 1950 && cell < 2100) || (cell >= 20000 && cell <= 73050) || (cell >= 195001 && cell <= 20991231))

/** How well what stands in a column goes with a target: 1 when it does or when there is too little to tell. */
export function evidenceFor(target: Target, cells: readonly Cell[]): number {
  const filled = cells.filter((cell) => cellText(cell) !== '' && !isPlaceholder(cellText(cell)))
  if (filled.length < 3) return 1
  const share = (sort: Sort): number => filled.filter((cell) => sortOf(cell) === sort).length / filled.length
  switch (target.kind) {
    case 'money':
    case 'integer':
    case 'number':
    case 'percent':
      return share('figure') < 0.25 ? 0.6 : 1
    case 'date': {
      const dates = filled.filter((cell) => sortOf(cell) === 'date' || looksLikeDateNumber(cell)).length / filled.length
      return dates < 0.2 ? 0.65 : 1
    }
    case 'text':
    case 'longText':
    case 'org':
    case 'orgs':
    case 'person':
    case 'area':
    case 'choice':
    case 'stage':
      return share('text') < 0.15 && share('figure') > 0.5 ? 0.6 : 1
    default:
      return 1
  }
}

import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  type TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { dateText, type OfficialDocument } from './document.ts'
import { linePitch, sizes, typeArea } from './format.ts'

const twips = (points: number): number => Math.round(points * 20)

const width = twips(typeArea.width)
const inside = twips(sizes.small)

/** Eighths of a point: 0.35 mm and 0.25 mm (7.4.1). */
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

type Write = (text: string) => TextRun

function rowOf(paragraph: Paragraph): TableRow {
  const margins = { top: 0, bottom: 0, left: 0, right: 0 }
  const cell = new TableCell({
    children: [paragraph],
    margins,
    verticalAlign: VerticalAlign.CENTER,
    width: { size: width, type: WidthType.DXA },
  })
  return new TableRow({
    cantSplit: true,
    height: { value: twips(linePitch), rule: HeightRule.ATLEAST },
    children: [cell],
  })
}

/** 版记 as a table that hangs at the foot of the last page: what follows the text never moves it. */
export function closingTable(document: OfficialDocument, write: Write): (Table | Paragraph)[] {
  if (!document.printed) return []
  const spacing = { line: twips(linePitch), lineRule: LineRuleType.EXACT, before: 0, after: 0 }
  const copies = new Paragraph({
    spacing,
    indent: { left: 4 * inside, hanging: 3 * inside, right: inside },
    children: [write(`抄送：${document.copies.join('，')}。`)],
  })
  const printed = new Paragraph({
    spacing,
    alignment: AlignmentType.LEFT,
    indent: { left: inside, right: inside },
    tabStops: [{ type: TabStopType.RIGHT, position: width - inside }],
    children: [write(`${document.printed.by}\t${dateText(document.printed.on)}印发`)],
  })
  const rows = [...(document.copies.length > 0 ? [rowOf(copies)] : []), rowOf(printed)]
  const table = new Table({
    rows,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 0,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
  })
  // The table stands on the page of the paragraph after it; that one takes no room.
  return [table, new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] })]
}

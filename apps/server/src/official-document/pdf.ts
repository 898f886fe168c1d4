import { done, type Outcome, refused } from '@guatu/kernel'
import Pdf from 'pdfkit'
import { refusal } from '../http/refuse.ts'
import { faces, type OfficialDocument } from './document.ts'
import { advanceOf, type FaceFiles, missingGlyphs, type OpenFaces, openFaces } from './fonts.ts'
import { page as sheet, typeArea } from './format.ts'
import type { Page } from './grid.ts'
import { layOut } from './pages.ts'

/** A document with holes in its text must not go out: the characters that the fonts lack are named instead. */
function unprintable(pages: readonly Page[], open: OpenFaces): string[] {
  const lacking = pages.flatMap((page) => page.runs.flatMap((run) => missingGlyphs(open[run.face], run.text)))
  return [...new Set(lacking)]
}

function draw(pdf: PDFKit.PDFDocument, page: Page): void {
  pdf.addPage()
  for (const rule of page.rules) {
    pdf
      .moveTo(typeArea.left, rule.y)
      .lineTo(typeArea.left + typeArea.width, rule.y)
      .lineWidth(rule.width)
      .stroke(rule.color ?? 'black')
  }
  for (const run of page.runs) {
    pdf
      .font(run.face)
      .fontSize(run.size)
      .fillColor(run.color ?? 'black')
      .text(run.text, run.x, run.baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: run.gap })
  }
}

/** A document as PDF, its faces embedded as the subsets that it uses. */
export async function pdfOf(document: OfficialDocument, files: FaceFiles): Promise<Outcome<Buffer>> {
  const open = openFaces(files)
  const pages = layOut(document, advanceOf(open))
  const lacking = unprintable(pages, open)
  if (lacking.length > 0) {
    const chars = lacking.slice(0, 20).join(' ')
    const message = {
      zh: `服务器的字体里没有这些字：${chars}。请换用收字更全的字体，或改用 Word 文件`,
      en: `The server's fonts lack these characters: ${chars}. Use fuller fonts, or the Word file`,
    }
    return refused(refusal('FONT_MISSING', message))
  }
  const pdf = new Pdf({
    size: [sheet.width, sheet.height],
    margin: 0,
    autoFirstPage: false,
    lang: 'zh-CN',
    pdfVersion: '1.7',
    displayTitle: true,
    info: {
      Title: document.title,
      Author: document.signature,
      CreationDate: new Date(`${document.date ?? '2000-01-01'}T00:00:00Z`),
    },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const over = new Promise<void>((resolve, reject) => {
    pdf.once('end', resolve)
    pdf.once('error', reject)
  })
  for (const face of faces) pdf.registerFont(face, open[face].bytes, open[face].file.name)
  for (const page of pages) draw(pdf, page)
  pdf.end()
  await over
  return done(Buffer.concat(chunks))
}

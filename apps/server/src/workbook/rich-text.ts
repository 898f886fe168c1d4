import type { RichTextRun } from 'hucre'

/** A cell's text, and what was left out of it. */
interface RunsText {
  readonly text: string
  readonly note: string | null
}

const mark = /^[\s\d①-⑳*＊※†‡,，、()（）[\]【】注]+$/

/**
 * Joins the runs of a cell without what is struck through and without the superscript marks of footnotes: 5000 with a
 * small 1 behind it is no 50001. The exponent of m² is no mark. A cell that is struck through as a whole keeps its text.
 */
export function textOfRuns(runs: readonly RichTextRun[]): RunsText {
  const standing = runs.filter(({ font }) => !font?.strikethrough)
  const struck = standing.length < runs.length && standing.some(({ text }) => text.trim() !== '')
  const left: string[] = []
  let text = ''
  for (const run of struck ? standing : runs) {
    const raised = run.font?.vertAlign === 'superscript' && mark.test(run.text) && text.trim() !== ''
    // 10 with a small 4 is a power: kept apart, so that nobody reads 104.
    if (raised && /[×x*]\s*10$/i.test(text)) text += `^${run.text}`
    else if (raised && !/[A-Za-z]$/.test(text)) left.push(run.text.trim())
    else text += run.text
  }
  const notes = [
    ...(struck
      ? [
          `划去的文字没有读入：${runs
            .filter((run) => !standing.includes(run))
            .map((run) => run.text)
            .join('')}`,
        ]
      : []),
    ...(left.some((sign) => sign !== '') ? [`上标“${left.join('')}”是脚注标记，没有读入`] : []),
  ]
  return { text, note: notes.length > 0 ? notes.join('；') : null }
}

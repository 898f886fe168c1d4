import type { WallRow } from '../rows/row-model.ts'

/**
 * Rows by printed page. A project's row is never the last of a page while its nodes begin on the next, and a project that
 * runs over a page is named again on top of the next.
 */
export function paginate(rows: readonly WallRow[], rowsPerPage: number): WallRow[][] {
  const pages: WallRow[][] = []
  let page: WallRow[] = []
  const close = () => {
    if (page.length > 0) pages.push(page)
    page = []
  }
  rows.forEach((row, index) => {
    const followed = rows[index + 1]?.kind === 'node'
    if (row.kind === 'project' && followed && page.length >= rowsPerPage - 1) close()
    if (page.length >= rowsPerPage) close()
    if (page.length === 0 && row.kind === 'node') {
      const project = rows[row.projectIndex]
      if (project) page.push(project)
    }
    page.push(row)
  })
  close()
  return pages
}

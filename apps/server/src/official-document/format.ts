/**
 * The measures of GB/T 9704-2012 (党政机关公文格式), in points (1/72 inch) unless a name says otherwise. Where the standard
 * allows a range, the middle is taken.
 */

const pointsPerMm = 72 / 25.4

const mm = (length: number): number => length * pointsPerMm

/** 5.2.1: A4, white above 37 mm, binding edge 28 mm, type area 156 x 225 mm. */
export const page = { width: mm(210), height: mm(297) }
export const typeArea = { left: mm(28), top: mm(37), width: mm(156), height: mm(225) }

/** 5.2.3: so many lines and characters fill the type area, so that both pitches follow from it. */
export const linesPerPage = 22
export const charactersPerLine = 28
export const linePitch = typeArea.height / linesPerPage
export const characterPitch = typeArea.width / charactersPerLine

/** 二号, 三号, 四号. */
export const sizes = { title: 22, body: 16, small: 14 }

/** 7.2.4: the upper edge of the issuing body's mark stands 35 mm below the upper edge of the type area. */
export const markDrop = mm(35)
/** 7.2.4 leaves the size to taste; a long name is made smaller to stay on its line. */
const largestMark = 45
/** 7.2.7: the red line stands 4 mm below the document's number. */
export const redLineDrop = mm(4)
/** 7.5: the dashes beside the page's number stand 7 mm below the type area. */
export const pageNumberDrop = mm(7)

export const red = '#d40000'
export const lineWidths = { red: mm(0.5), thick: mm(0.35), thin: mm(0.25) }

/** The size of the issuing body's mark in one line of the type area. */
export const markSize = (mark: string): number =>
  Math.min(largestMark, Math.floor(typeArea.width / Math.max(1, [...mark].length)))

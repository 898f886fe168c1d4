import { lampFaces } from '@guatu/kernel'
import type { AreaTotals } from './area-totals.ts'
import type { LabelSize, PlacedLabel } from './labels.ts'

interface AreaLabelProps {
  readonly label: PlacedLabel
  readonly name: string
  readonly area: AreaTotals | undefined
  readonly textSize: number
}

const alarms = ['red', 'orange'] as const
const lineHeight = 1.35

const alarmsOf = (area: AreaTotals | undefined) =>
  alarms.flatMap((level) => (area && area.lamps[level] > 0 ? [{ level, count: area.lamps[level] }] : []))

/** 汉字 are as wide as high, other signs a little over half of that. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e7f ? 1 : 0.6), 0)

/** Room that a label takes: name and count, and below them the lamps that call for somebody. */
export function labelSizeOf(name: string, area: AreaTotals | undefined, textSize: number): LabelSize {
  const lit = alarmsOf(area)
  const lampsWidth = lit.reduce((sum, { count }) => sum + 1.6 + widthOf(String(count)), 0)
  const width = Math.max(widthOf(`${name} ${area?.items ?? 0}`) + 0.2, lampsWidth) * textSize
  return { width, height: (lit.length > 0 ? 2 : 1) * lineHeight * textSize }
}

export function AreaLabel({ label, name, area, textSize }: AreaLabelProps) {
  const { lead } = label
  const [x, y] = label.at
  const lit = alarmsOf(area)
  const first = lit.length > 0 ? -0.32 : 0.36
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of texts takes no focus; the area's own link says the same
    <g className="area-label" fontSize={textSize} aria-hidden="true">
      {lead ? (
        <>
          <line x1={lead[0][0]} y1={lead[0][1]} x2={lead[1][0]} y2={lead[1][1]} />
          <circle cx={lead[1][0]} cy={lead[1][1]} r="2" />
        </>
      ) : null}
      <text className={lead ? 'is-off-map' : ''} x={x} y={y + first * textSize}>
        {name} <tspan className="area-count">{area?.items ?? 0}</tspan>
      </text>
      {lit.length > 0 ? (
        <text className={lead ? 'is-off-map' : ''} x={x} y={y + (first + lineHeight) * textSize}>
          {lit.map(({ level, count }, index) => (
            <tspan key={level} className={`area-alarm is-${level}`} dx={index === 0 ? 0 : textSize * 0.4}>
              {lampFaces[level].glyph}
              {count}
            </tspan>
          ))}
        </text>
      ) : null}
    </g>
  )
}

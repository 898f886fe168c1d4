import type { ShadeClass } from './shade.ts'

const rangeText = ({ from, to }: ShadeClass): string => (from === to ? String(from) : `${from}–${to}`)

export function MapLegend({ classes }: { readonly classes: readonly ShadeClass[] }) {
  return (
    <span className="map-legend">
      {classes.map((entry) => (
        <span key={entry.shade}>
          <i className={`is-shade-${entry.shade}`} aria-hidden="true" />
          {rangeText(entry)}
        </span>
      ))}
    </span>
  )
}

import type { AreaMap } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useText } from '../../../app/language.ts'
import { type Size, useSize } from '../../use-size.ts'
import { briefAreaName, useAreaName } from '../area-name.ts'
import { boardTexts } from '../texts.ts'
import { AreaLabel, labelSizeOf } from './area-label.tsx'
import type { AreaTotals } from './area-totals.ts'
import { layMap, pathOf } from './geometry.ts'
import { placeLabels } from './labels.ts'
import { MapLegend } from './legend.tsx'
import { shadeClasses, shadeOf } from './shade.ts'
import './map.css'

interface AreaMapProps {
  readonly map: AreaMap
  readonly areas: readonly AreaTotals[]
  /** The area that the board is narrowed to. */
  readonly chosen: string | undefined
  /** Size of the labels' text in pixels. */
  readonly textSize?: number
}

/** The district with its towns: shade by count, red and orange lamps by glyph; a click narrows the board to a town. */
export function AreaMapFigure(props: AreaMapProps) {
  const [ref, size] = useSize<HTMLDivElement>()
  const t = useText()
  const classes = shadeClasses(props.areas.filter(({ areaCode }) => areaCode !== null).map(({ items }) => items))
  const schematic = props.map.features.some(({ properties }) => properties.schematic)
  return (
    <figure className="area-map">
      <div ref={ref} className="area-map-frame">
        {size ? <Drawing {...props} size={size} /> : null}
      </div>
      <figcaption>
        <MapLegend classes={classes} />
        {t(boardTexts.mapCount)}
        {schematic ? ` · ${t(boardTexts.mapSchematic)}` : ''}
      </figcaption>
    </figure>
  )
}

function Drawing({ map, areas, chosen, size, textSize = 13 }: AreaMapProps & { readonly size: Size }) {
  const t = useText()
  const areaName = useAreaName()
  const totals = useMemo(() => new Map(areas.map((area) => [area.areaCode, area])), [areas])
  const classes = shadeClasses(areas.filter(({ areaCode }) => areaCode !== null).map(({ items }) => items))
  const shapes = useMemo(() => layMap(map, size.width, size.height, 8), [map, size])
  const named = shapes.map((shape) => ({
    shape,
    name: areaName(shape.code) || briefAreaName(shape.name),
    area: totals.get(shape.code),
  }))
  // Finding room for every label takes a while, and a hover must not ask for it again.
  const labels = useMemo(() => {
    const sizes = new Map(
      shapes.map((shape) => {
        const name = areaName(shape.code) || briefAreaName(shape.name)
        return [shape.code, labelSizeOf(name, totals.get(shape.code), textSize)]
      }),
    )
    return placeLabels(shapes, sizes, size)
  }, [shapes, totals, areaName, textSize, size])
  const summary = (name: string, area: AreaTotals | undefined) =>
    t(boardTexts.areaSummary, {
      area: name,
      count: area?.items ?? 0,
      red: area?.lamps.red ?? 0,
      orange: area?.lamps.orange ?? 0,
    })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing of links; no HTML element groups inside an SVG
    <svg viewBox={`0 0 ${size.width} ${size.height}`} role="group" aria-label={t(boardTexts.map)}>
      {named.map(({ shape, name, area }) => (
        <Link
          key={shape.code}
          to="."
          search={(last) => ({ ...last, area: chosen === shape.code ? undefined : shape.code })}
          resetScroll={false}
          preload={false}
          aria-label={summary(name, area)}
          aria-current={chosen === shape.code}
          className={`area-shape is-shade-${shadeOf(area?.items ?? 0, classes)} ${chosen && chosen !== shape.code ? 'is-dim' : ''}`}
        >
          <path d={pathOf(shape.rings)} fillRule="evenodd">
            <title>{summary(name, area)}</title>
          </path>
        </Link>
      ))}
      {labels.map((label) => {
        const { name, area } = named.find(({ shape }) => shape.code === label.code)!
        return <AreaLabel key={label.code} label={label} name={name} area={area} textSize={textSize} />
      })}
    </svg>
  )
}

import { useText } from '../../app/language.ts'
import { wallTexts } from './texts.ts'

const bars = Array.from({ length: 18 }, (_, row) => ({ row, left: (row * 37) % 55, width: 8 + ((row * 23) % 30) }))

/** The map's own layout while its rows are on their way. */
export function WallSkeleton() {
  const t = useText()
  return (
    <div className="wall-page wall-skeleton" role="status">
      <span className="aside-text">{t(wallTexts.loading)}</span>
      <span className="skeleton-bar is-60" />
      <span className="skeleton-bar is-90" />
      <div className="wall-skeleton-rows">
        {bars.map(({ row, left, width }) => (
          <div key={row}>
            <span className="skeleton-bar" />
            <span className="skeleton-bar" style={{ marginLeft: `${left}%`, width: `${width}%` }} />
          </div>
        ))}
      </div>
    </div>
  )
}

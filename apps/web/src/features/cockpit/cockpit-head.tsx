import { useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { useAreaName } from '../../ui/board/area-name.ts'
import { FigureLink } from '../../ui/board/figure-link.tsx'
import { HeadlineText } from '../../ui/board/headline-text.tsx'
import type { Board } from '../../ui/board/use-board.ts'
import { clockText } from '../../ui/format.ts'
import { ownWorkOf } from './own-work.ts'
import { cockpitTexts } from './texts.ts'

interface HeadProps {
  readonly board: Board
  readonly area: string | undefined
}

/** The sentence, what it is about (an area or the whole district), and how fresh it is. */
export function CockpitHead({ board, area }: HeadProps) {
  const t = useText()
  const areaName = useAreaName()
  const own = ownWorkOf(useSession().me)
  const { updatedAt } = board.cockpit
  return (
    <div className="cockpit-head">
      <div>
        <HeadlineText board={board.cockpit} {...(area ? { areaName: areaName(area) } : {})} />
        {own && !area ? <p className="cockpit-own">{t(own.sentence, { count: board.cockpit.items })}</p> : null}
      </div>
      <div className="cockpit-scope no-print">
        <AreaSelect area={area} />
        <FigureLink wanted={[]}>{t(cockpitTexts.openLedger)}</FigureLink>
        <button type="button" className="link-button" onClick={() => print()}>
          {t(cockpitTexts.print)}
        </button>
        {updatedAt ? <span>{t(cockpitTexts.updated, { time: clockText(updatedAt) })}</span> : null}
      </div>
    </div>
  )
}

function AreaSelect({ area }: { readonly area: string | undefined }) {
  const t = useText()
  const { areas } = useSession()
  const [, change] = useViewState()
  return (
    <label>
      <span className="aside-text">{t(cockpitTexts.areaFilter)}</span>
      <select value={area ?? ''} onChange={(event) => void change({ area: event.target.value || undefined })}>
        <option value="">{t(cockpitTexts.wholeDistrict)}</option>
        {areas.map((entry) => (
          <option key={entry.code} value={entry.code}>
            {entry.name}
          </option>
        ))}
      </select>
    </label>
  )
}

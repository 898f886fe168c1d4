import { useText } from '../../app/language.ts'
import { Skeleton } from '../../ui/states.tsx'
import { cockpitTexts } from './texts.ts'

/** The cockpit's own grid with bars in place of figures, so nothing jumps when they come. */
export function CockpitSkeleton() {
  const t = useText()
  return (
    <div className="cockpit">
      <div className="cockpit-head">
        <Skeleton label={t(cockpitTexts.loading)} lines={1} />
      </div>
      <div className="cockpit-left">
        <Skeleton label="" lines={12} />
      </div>
      <div className="cockpit-map" />
      <div className="cockpit-right">
        <Skeleton label="" lines={16} />
      </div>
      <div className="cockpit-river" />
    </div>
  )
}

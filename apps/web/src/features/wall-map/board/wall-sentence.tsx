import { useText } from '../../../app/language.ts'
import { countText } from '../../../ui/format.ts'
import { Sentence } from '../../../ui/section.tsx'
import type { WallFigures } from '../rows/lateness.ts'
import { rowKey } from '../rows/row-model.ts'
import { wallTexts } from '../texts.ts'

interface WallSentenceProps {
  readonly figures: WallFigures
  readonly total: number
  readonly onLate: () => void
  readonly onGo: (key: string) => void
}

/** What the map tells, in one sentence; its figures lead to the rows behind them. */
export function WallSentence({ figures, total, onLate, onGo }: WallSentenceProps) {
  const t = useText()
  const { longest } = figures
  const separator = t({ zh: '；', en: '; ' })
  return (
    <Sentence>
      {t(wallTexts.counts, { items: countText(total), nodes: countText(figures.nodes) })}
      {separator}
      {longest === null ? (
        t(wallTexts.noneLate)
      ) : (
        <>
          <button type="button" className="wall-figure" onClick={onLate}>
            {t(wallTexts.someLate, { late: countText(figures.lateNodes), days: longest.days })}
          </button>
          {t({ zh: '', en: ' ' })}
          <button
            type="button"
            className="wall-figure"
            onClick={() => onGo(rowKey(longest.item.itemId, longest.node.nodeKey))}
          >
            {t(wallTexts.longest, { item: longest.item.title, node: longest.node.title })}
          </button>
        </>
      )}
    </Sentence>
  )
}

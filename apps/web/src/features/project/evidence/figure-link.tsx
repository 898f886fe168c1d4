import { listEvidence } from '@guatu/contract'
import { useRoute } from '../../../api/query.ts'
import { useText } from '../../../app/language.ts'
import { useViewState } from '../../../app/search.ts'
import { evidenceTexts as texts } from './texts.ts'

interface FigureLinkProps {
  readonly itemId: string
  readonly factId: string
  /** The reader may add evidence of this item. */
  readonly adds: boolean
}

/** Opens a figure's files, or the place to add the first. */
export function FigureLink({ itemId, factId, adds }: FigureLinkProps) {
  const t = useText()
  const [, changeView] = useViewState()
  const { data } = useRoute(listEvidence, { params: { itemId } })
  const count = data?.files.filter((file) => file.factId === factId && !file.withdrawn).length ?? 0
  if (count === 0 && !adds) return null
  return (
    <button
      type="button"
      className="evidence-link"
      onClick={() => void changeView({ tab: 'evidence', subject: `fact:${factId}` })}
    >
      {count > 0 ? t(texts.ofFigure, { count }) : t(texts.addToFigure)}
    </button>
  )
}

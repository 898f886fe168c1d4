import type { Cockpit } from '@guatu/contract'
import { ruleTitle } from '../../api/playbook.ts'
import { useText } from '../../app/language.ts'
import { Sentence } from '../section.tsx'
import { useBoardScope } from './board-context.ts'
import { FigureLink } from './figure-link.tsx'
import { headlineOf } from './headline.ts'
import { boardTexts } from './texts.ts'

/** The sentence on top; `areaName` where the board is about one area only. */
export function HeadlineText({ board, areaName }: { readonly board: Cockpit; readonly areaName?: string }) {
  const t = useText()
  const { playbook } = useBoardScope()
  const parts = headlineOf(board, playbook.itemTitle, (rule) => ruleTitle(playbook, rule))
  return (
    <Sentence>
      {areaName ? t(boardTexts.inArea, { area: areaName }) : ''}
      {parts.map(({ text, values, wanted }) => {
        const said = t(
          text,
          Object.fromEntries(
            Object.entries(values).map(([key, value]) => [key, typeof value === 'object' ? t(value) : value]),
          ),
        )
        return wanted ? (
          <FigureLink key={text.en} wanted={wanted}>
            {said}
          </FigureLink>
        ) : (
          said
        )
      })}
      {t(boardTexts.fullStop)}
    </Sentence>
  )
}

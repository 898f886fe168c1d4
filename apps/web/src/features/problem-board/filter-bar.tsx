import type { StageBoard } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import type { FieldRole, Playbook } from '@guatu/playbook'
import { useDirectory, useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import type { ViewState } from '../../app/search.ts'
import { boardTexts as texts } from './texts.ts'
import { type BoardView, choicesOf, isNarrowed } from './view.ts'

interface FilterBarProps {
  readonly playbook: Playbook
  readonly board: StageBoard
  readonly view: BoardView
  readonly onChange: (patch: ViewState) => void
}

/** Narrows the board by unit, type, urgency, area, and to what is one's own. */
export function FilterBar({ playbook, board, view, onChange }: FilterBarProps) {
  const t = useText()
  const { me, areas } = useSession()
  return (
    <fieldset className="problems-filters no-print" aria-label={t(texts.filters)}>
      {me ? (
        <button
          type="button"
          className="button"
          aria-pressed={view.mine}
          onClick={() => onChange({ mine: view.mine ? undefined : '1' })}
        >
          {t(texts.mine)}
        </button>
      ) : null}
      <Units {...{ board, view, onChange }} />
      <Choice part="matterType" value={view.type} onValue={(type) => onChange({ type })} playbook={playbook} />
      <Choice part="urgency" value={view.urgency} onValue={(urgency) => onChange({ urgency })} playbook={playbook} />
      <Pick
        title={{ zh: '区域', en: 'Area' }}
        value={view.area}
        onValue={(area) => onChange({ area })}
        options={areas.map(({ code, shortName }) => [code, shortName] as const)}
      />
      {isNarrowed(view) ? (
        <button
          type="button"
          className="link-button"
          onClick={() =>
            onChange({ unit: undefined, type: undefined, urgency: undefined, area: undefined, mine: undefined })
          }
        >
          {t(texts.clear)}
        </button>
      ) : null}
    </fieldset>
  )
}

function Units({ board, view, onChange }: Omit<FilterBarProps, 'playbook'>) {
  const t = useText()
  const { orgName } = useDirectory()
  const units = board.units.map(
    ({ orgId, open }) =>
      [
        orgId ?? 'none',
        t(texts.unitOption, { unit: orgId === null ? t(texts.noUnit) : orgName(orgId), open }),
      ] as const,
  )
  const isGone = view.unit !== undefined && !units.some(([id]) => id === view.unit)
  const chosen = isGone && view.unit ? [[view.unit, orgName(view.unit)] as const] : []
  return (
    <Pick title={texts.unit} value={view.unit} onValue={(unit) => onChange({ unit })} options={[...chosen, ...units]} />
  )
}

interface ChoiceProps {
  readonly playbook: Playbook
  readonly part: FieldRole
  readonly value: string | undefined
  readonly onValue: (value: string | undefined) => void
}

function Choice({ playbook, part, value, onValue }: ChoiceProps) {
  const t = useText()
  const found = choicesOf(playbook, part)
  if (!found) return null
  const options = Object.entries(found.choices).map(([key, { title }]) => [key, t(title)] as const)
  return <Pick title={found.title} {...{ value, onValue, options }} />
}

interface PickProps {
  readonly title: Title
  readonly value: string | undefined
  readonly onValue: (value: string | undefined) => void
  readonly options: readonly (readonly [key: string, text: string])[]
}

function Pick({ title, value, onValue, options }: PickProps) {
  const t = useText()
  return (
    <select
      className="field-input"
      aria-label={t(title)}
      value={value ?? ''}
      onChange={(event) => onValue(event.currentTarget.value || undefined)}
    >
      <option value="">
        {t(title)}：{t(texts.all)}
      </option>
      {options.map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </select>
  )
}

import { type LampLevel, lampFaces, lampLevels } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { useEffect, useState } from 'react'
import { useSession } from '../../../api/session.tsx'
import { type Text, useText } from '../../../app/language.ts'
import type { ViewState } from '../../../app/search.ts'
import { wallTexts } from '../texts.ts'
import type { ChangeView } from '../view/use-wall-view.ts'
import type { WallView } from '../view/wall-view.ts'
import { choose, chosen, otherConditions, type SimpleKey, toggled } from './simple-filter.ts'

interface FilterBarProps {
  readonly params: ViewState
  readonly changeParams: (patch: ViewState, options?: { readonly replace?: boolean }) => unknown
  readonly playbook: Playbook
  readonly view: WallView
  readonly change: ChangeView
}

/** Narrows the map down with the ledger's own filter grammar, so that a link carries over from one to the other. */
export function FilterBar({ params, changeParams, playbook, view, change }: FilterBarProps) {
  const t = useText()
  const { areas, orgs } = useSession()
  const { filter } = params
  const set = (key: SimpleKey, values: readonly string[]) =>
    changeParams({ filter: choose(filter, key, values), top: undefined })
  const others = otherConditions(filter)
  const filtered = Boolean(filter || params.q || view.only.critical || view.only.late)
  const clear = () => {
    change({ only: { critical: false, late: false } })
    changeParams({ filter: undefined, q: undefined, only: undefined, top: undefined })
  }
  return (
    <search className="wall-filters" aria-label={t(wallTexts.filters)}>
      <SearchBox q={params.q ?? ''} onSearch={(q) => changeParams({ q, top: undefined }, { replace: true })} />
      <LampChoice levels={chosen(filter, 'lamp')} onChoose={(levels) => set('lamp', levels)} />
      <Choice
        label={wallTexts.area}
        value={chosen(filter, 'area')}
        options={areas.map((area) => [area.code, area.shortName])}
        onChoose={(values) => set('area', values)}
      />
      <Choice
        label={wallTexts.leadOrg}
        value={chosen(filter, 'leadOrg')}
        options={orgs.map((org) => [org.orgId, org.shortName ?? org.name])}
        onChoose={(values) => set('leadOrg', values)}
      />
      <Choice
        label={wallTexts.stage}
        value={chosen(filter, 'stage')}
        options={playbook.stages.map((stage) => [stage.key, t(stage.title)])}
        onChoose={(values) => set('stage', values)}
      />
      <Only view={view} change={change} />
      <SortChoice value={params.sort ?? ''} onChoose={(sort) => changeParams({ sort, top: undefined })} />
      {others > 0 ? <span className="wall-note">{t(wallTexts.otherFilters, { count: others })}</span> : null}
      {filtered ? (
        <button type="button" className="wall-clear" onClick={clear}>
          {t(wallTexts.clearFilters)}
        </button>
      ) : null}
    </search>
  )
}

const TYPING_MS = 300

function SearchBox({ q, onSearch }: { readonly q: string; readonly onSearch: (q: string | undefined) => void }) {
  const t = useText()
  const [typed, setTyped] = useState(q)
  useEffect(() => setTyped(q), [q])
  useEffect(() => {
    if (typed === q) return
    const timer = setTimeout(() => onSearch(typed || undefined), TYPING_MS)
    return () => clearTimeout(timer)
  })
  return (
    <input
      type="search"
      className="wall-input"
      value={typed}
      placeholder={t(wallTexts.search)}
      aria-label={t(wallTexts.search)}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

interface LampChoiceProps {
  readonly levels: readonly string[]
  readonly onChoose: (levels: readonly string[]) => void
}

function LampChoice({ levels, onChoose }: LampChoiceProps) {
  const t = useText()
  return (
    <fieldset className="wall-choice is-lamps">
      <legend className="aside-text">{t(wallTexts.lamp)}</legend>
      {lampLevels.map((level: LampLevel) => (
        <button
          key={level}
          type="button"
          className={`is-${level}`}
          aria-pressed={levels.includes(level)}
          aria-label={t(lampFaces[level].title)}
          title={t(lampFaces[level].title)}
          onClick={() => onChoose(toggled(levels, level))}
        >
          <span className="lamp">{lampFaces[level].glyph}</span>
        </button>
      ))}
    </fieldset>
  )
}

interface ChoiceProps {
  readonly label: Text
  readonly value: readonly string[]
  readonly options: readonly (readonly [value: string, title: string])[]
  readonly onChoose: (values: readonly string[]) => void
}

/** One of many, or all. An address may name several: they are kept until another one is chosen. */
function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const t = useText()
  const several = value.length > 1
  return (
    <select
      className={value.length > 0 ? 'wall-select is-set' : 'wall-select'}
      aria-label={t(label)}
      value={several ? 'several' : (value[0] ?? '')}
      onChange={(event) => onChoose(event.target.value === '' ? [] : [event.target.value])}
    >
      <option value="">
        {t(label)}：{t(wallTexts.all)}
      </option>
      {several ? (
        <option value="several">
          {t(label)}：{value.length}
        </option>
      ) : null}
      {options.map(([key, title]) => (
        <option key={key} value={key}>
          {title}
        </option>
      ))}
    </select>
  )
}

function Only({ view, change }: Pick<FilterBarProps, 'view' | 'change'>) {
  const t = useText()
  const { only } = view
  return (
    <fieldset className="wall-choice">
      <legend className="aside-text">{t(wallTexts.filters)}</legend>
      <button
        type="button"
        aria-pressed={only.critical}
        onClick={() => change({ only: { ...only, critical: !only.critical }, top: null })}
      >
        {t(wallTexts.onlyCritical)}
      </button>
      <button
        type="button"
        aria-pressed={only.late}
        onClick={() => change({ only: { ...only, late: !only.late }, top: null })}
      >
        {t(wallTexts.onlyLate)}
      </button>
    </fieldset>
  )
}

const sorts: readonly (readonly [value: string, title: Text])[] = [
  ['', wallTexts.sortLamp],
  ['deadline', wallTexts.sortDeadline],
  ['-behindPoints', wallTexts.sortBehind],
  ['title', wallTexts.sortTitle],
  ['leadOrg', wallTexts.sortLeadOrg],
]

interface SortChoiceProps {
  readonly value: string
  readonly onChoose: (sort: string | undefined) => void
}

function SortChoice({ value, onChoose }: SortChoiceProps) {
  const t = useText()
  const known = sorts.some(([key]) => key === value)
  return (
    <select
      className="wall-select"
      aria-label={t(wallTexts.sort)}
      value={value}
      onChange={(event) => onChoose(event.target.value || undefined)}
    >
      {known ? null : <option value={value}>{t(wallTexts.sortOther)}</option>}
      {sorts.map(([key, title]) => (
        <option key={key} value={key}>
          {t(wallTexts.sort)}：{t(title)}
        </option>
      ))}
    </select>
  )
}

import { type AccessRule, type Action, actions, type Relation, type Role, relations, roles } from '@guatu/access'
import { type Phase, phases } from '@guatu/kernel'
import { useState } from 'react'
import { useText } from '../../app/language.ts'
import { Section } from '../../ui/section.tsx'
import { districtActionKeys, itemActionKeys, linesOf, stepped } from './rule-grid.ts'
import { phaseTitles, rulesTexts as texts } from './texts.ts'

interface RoleRulesProps {
  readonly role: Role
  readonly rules: readonly AccessRule[]
  /** Null: the rules are read, not revised. */
  readonly onRules: ((rules: readonly AccessRule[]) => void) | null
}

/** What one role may do: lines are the projects that it concerns, columns what can be done to them. */
export function RoleRules({ role, rules, onRules }: RoleRulesProps) {
  const t = useText()
  const [added, setAdded] = useState<readonly Relation[]>([])
  const lines = linesOf(rules, role)
  const fresh = added
    .filter((relation) => lines.every((line) => line.relation !== relation))
    .map((relation) => ({ role, relation, granted: new Map<Action, readonly Phase[]>() }))
  const shown = [...lines, ...fresh]
  const left = (Object.keys(relations) as Relation[]).filter((relation) =>
    shown.every((line) => line.relation !== relation),
  )
  const cell = { role, rules, onRules }
  return (
    <Section title={t(roles[role])} className="access-role">
      <div className="access-scroll">
        <table className="access-grid">
          <thead>
            <tr>
              <th scope="col">{t(texts.relation)}</th>
              {itemActionKeys.map((action) => (
                <th key={action} scope="col">
                  {t(actions[action])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ relation, granted }) => (
              <tr key={relation}>
                <th scope="row">{t(relations[relation])}</th>
                {itemActionKeys.map((action) => (
                  <GrantCell key={action} {...cell} {...{ relation, action }} granted={granted.get(action) ?? []} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {onRules && left.length > 0 ? (
        <select
          className="field-input access-add no-print"
          aria-label={t(texts.relation)}
          value=""
          onChange={(event) => setAdded([...added, event.target.value as Relation])}
        >
          <option value="">＋ {t(texts.relation)}</option>
          {left.map((relation) => (
            <option key={relation} value={relation}>
              {t(relations[relation])}
            </option>
          ))}
        </select>
      ) : null}
      <DistrictGrants {...cell} />
    </Section>
  )
}

/** What concerns the district as a whole: granted or not, whatever the phase. */
function DistrictGrants({ role, rules, onRules }: RoleRulesProps) {
  const t = useText()
  const granted = linesOf(rules, role).find(({ relation }) => relation === 'all')?.granted
  return (
    <p className="access-district">
      <span className="access-muted">{t(texts.district)}：</span>
      {districtActionKeys.map((action) => {
        const isGranted = granted?.has(action) === true
        if (!onRules) return isGranted ? <span key={action}>{t(actions[action])}</span> : null
        return (
          <label key={action}>
            <input type="checkbox" checked={isGranted} onChange={() => onRules(stepped(rules, role, action, 'all'))} />
            {t(actions[action])}
          </label>
        )
      })}
    </p>
  )
}

interface GrantCellProps extends RoleRulesProps {
  readonly relation: Relation
  readonly action: Action
  readonly granted: readonly Phase[]
}

/** A dot for every phase, words for some; while revising a press goes one step further. */
function GrantCell({ role, rules, onRules, relation, action, granted }: GrantCellProps) {
  const t = useText()
  const isEvery = granted.length === phases.length
  const isAfterTalks = granted.length === phases.length - 1 && !granted.includes('negotiation')
  const some = isAfterTalks ? t(texts.afterTalks) : granted.map((phase) => t(phaseTitles[phase])).join('、')
  const words = isEvery ? t(texts.every) : some
  const mark = isEvery ? '●' : words
  if (!onRules) {
    return (
      <td>
        {isEvery ? <span aria-hidden="true">●</span> : words}
        {isEvery ? <span className="aside-text">{words}</span> : null}
      </td>
    )
  }
  const name = { role: t(roles[role]), action: t(actions[action]), relation: t(relations[relation]) }
  return (
    <td>
      <button
        type="button"
        className="access-grant"
        aria-label={`${t(texts.granted, name)}：${words || '—'}`}
        onClick={() => onRules(stepped(rules, role, action, relation))}
      >
        {mark || '·'}
      </button>
    </td>
  )
}

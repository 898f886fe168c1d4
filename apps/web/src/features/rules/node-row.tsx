import type { Playbook } from '@guatu/playbook'
import { useText } from '../../app/language.ts'
import { LinksCell } from './links-cell.tsx'
import { NumberCell } from './number-cell.tsx'
import { movedNode, type Plan, type PlanNode, withNewNode, withNode, withoutNode } from './plan-draft.ts'
import { rulesTexts } from './texts.ts'
import { UNITS_LIST, WordsCell } from './words-cell.tsx'

interface NodeRowProps {
  readonly node: PlanNode
  readonly index: number
  readonly plan: Plan
  readonly playbook: Playbook
  /** Words of what is wrong by property. */
  readonly faults: ReadonlyMap<string, string>
  readonly onPlan: ((plan: Plan) => void) | null
}

export function NodeRow({ node, index, plan, playbook, faults, onPlan }: NodeRowProps) {
  const t = useText()
  const put = onPlan ? (patch: Partial<PlanNode>) => onPlan(withNode(plan, node.key, patch)) : null
  const cell = (property: string) => ({ invalid: faults.has(property), label: faults.get(property) ?? t(node.title) })
  return (
    <tr>
      <th scope="row">
        <span className="rules-number">{index + 1}</span>
        <WordsCell
          {...cell('title')}
          value={node.title.zh}
          shown={t(node.title)}
          onValue={put && ((zh) => put({ title: { zh, en: node.title.en || zh } }))}
        />
      </th>
      <td>
        <StageCell {...{ node, playbook, put }} />
      </td>
      <td className="is-end">
        <NumberCell
          {...cell('durationWorkdays')}
          value={node.durationWorkdays}
          onValue={put && ((durationWorkdays) => put({ durationWorkdays }))}
        />
      </td>
      <td>
        <LinksCell {...{ node, plan, onPlan }} fault={faults.get('links')} />
      </td>
      <td>
        <WordsCell
          {...cell('leadOrg')}
          value={node.leadOrg}
          shown={node.leadOrg === 'lead' ? t(rulesTexts.leadUnit) : node.leadOrg}
          onValue={put && ((leadOrg) => put({ leadOrg }))}
          list={UNITS_LIST}
        />
      </td>
      <td>
        <WordsCell
          {...cell('standard')}
          value={node.standard.zh}
          shown={t(node.standard)}
          onValue={put && ((zh) => put({ standard: { zh, en: node.standard.en || zh } }))}
          long
        />
      </td>
      <td className="rules-muted">{node.basis}</td>
      {onPlan ? (
        <td>
          <RowActs {...{ node, plan, onPlan }} />
        </td>
      ) : null}
    </tr>
  )
}

interface StageCellProps extends Pick<NodeRowProps, 'node' | 'playbook'> {
  readonly put: ((patch: Partial<PlanNode>) => void) | null
}

function StageCell({ node, playbook, put }: StageCellProps) {
  const t = useText()
  const stage = playbook.stages.find(({ key }) => key === node.stage)
  if (!put) return <>{stage ? t(stage.title) : node.stage}</>
  return (
    <select
      className="rules-input"
      aria-label={t(rulesTexts.stage)}
      value={node.stage}
      onChange={(event) => put({ stage: event.target.value })}
    >
      {playbook.stages.map(({ key, title }) => (
        <option key={key} value={key}>
          {t(title)}
        </option>
      ))}
    </select>
  )
}

function RowActs({
  node,
  plan,
  onPlan,
}: Pick<NodeRowProps, 'node' | 'plan'> & { readonly onPlan: (plan: Plan) => void }) {
  const t = useText()
  const name = t(node.title)
  const acts = [
    ['↑', rulesTexts.moveUp, () => onPlan(movedNode(plan, node.key, -1))],
    ['↓', rulesTexts.moveDown, () => onPlan(movedNode(plan, node.key, 1))],
    ['＋', rulesTexts.addNode, () => onPlan(withNewNode(plan, node.key))],
    ['✕', rulesTexts.removeNode, () => onPlan(withoutNode(plan, node.key))],
  ] as const
  return (
    <span className="rules-acts">
      {acts.map(([sign, title, act]) => (
        <button key={sign} type="button" aria-label={t(title, { name })} title={t(title, { name })} onClick={act}>
          {sign}
        </button>
      ))}
    </span>
  )
}

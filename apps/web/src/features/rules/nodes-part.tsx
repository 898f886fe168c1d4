import type { Playbook } from '@guatu/playbook'
import { useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { Section } from '../../ui/section.tsx'
import { NodeRow } from './node-row.tsx'
import type { PlanFault } from './plan-check.ts'
import type { Plan } from './plan-draft.ts'
import { rulesTexts } from './texts.ts'
import { UNITS_LIST } from './words-cell.tsx'

interface NodesPartProps {
  readonly playbook: Playbook
  readonly plan: Plan
  readonly faults: readonly PlanFault[]
  /** Null while the rules are only read. */
  readonly onPlan: ((plan: Plan) => void) | null
}

export function NodesPart({ playbook, plan, faults, onPlan }: NodesPartProps) {
  const t = useText()
  const { orgs } = useSession()
  return (
    <Section title={t(rulesTexts.nodes)} aside={t(rulesTexts.nodesNote)}>
      <ScrollBox className="rules-scroll" label={t(rulesTexts.nodes)}>
        <table className="rules-table is-nodes">
          <thead>
            <tr>
              <th>{t(rulesTexts.node)}</th>
              <th>{t(rulesTexts.stage)}</th>
              <th className="is-end">{t(rulesTexts.duration)}</th>
              <th>{t(rulesTexts.links)}</th>
              <th>{t(rulesTexts.unit)}</th>
              <th>{t(rulesTexts.standard)}</th>
              <th>{t(rulesTexts.basis)}</th>
              {onPlan ? <td /> : null}
            </tr>
          </thead>
          <tbody>
            {plan.nodes.map((node, index) => (
              <NodeRow
                key={node.key}
                {...{ node, index, plan, playbook, onPlan }}
                faults={faultsOf(faults, node.key)}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {onPlan ? (
        <datalist id={UNITS_LIST}>
          {orgs.map(({ orgId, name }) => (
            <option key={orgId} value={name} />
          ))}
        </datalist>
      ) : null}
    </Section>
  )
}

const faultsOf = (faults: readonly PlanFault[], key: string): ReadonlyMap<string, string> =>
  new Map(
    faults.flatMap(({ path, message }) => {
      const [, node, property = ''] = path.split('/')
      return node === key ? [[property, message.zh]] : []
    }),
  )

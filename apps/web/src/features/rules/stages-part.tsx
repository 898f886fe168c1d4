import { evidenceSubject, linkNeedText, type Playbook, type Requirement } from '@guatu/playbook'
import { useText } from '../../app/language.ts'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { Section } from '../../ui/section.tsx'
import type { Plan } from './plan-draft.ts'
import { rulesTexts } from './texts.ts'

interface StagesPartProps {
  readonly playbook: Playbook
  readonly plan: Plan
}

/** Stages in their order, and what each asks for before an item may enter it. */
export function StagesPart({ playbook, plan }: StagesPartProps) {
  const t = useText()
  return (
    <Section title={t(rulesTexts.stages)} aside={t(rulesTexts.stagesNote)}>
      <ScrollBox className="rules-scroll" label={t(rulesTexts.stages)}>
        <table className="rules-table">
          <thead>
            <tr>
              <th>{t(rulesTexts.stage)}</th>
              <th>{t(rulesTexts.gate)}</th>
              <th>{t(rulesTexts.words)}</th>
            </tr>
          </thead>
          <tbody>
            {playbook.stages.map(({ key, title, words }, index) => (
              <tr key={key}>
                <th scope="row">
                  <span className="rules-number">{index + 1}</span>
                  {t(title)}
                </th>
                <td>
                  <Needs
                    needs={playbook.gates.filter(({ to }) => to === key).flatMap(({ needs }) => needs)}
                    {...{ playbook, plan }}
                  />
                </td>
                <td className="rules-muted">{words.join(t(rulesTexts.sum))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Section>
  )
}

function Needs({ needs, playbook, plan }: StagesPartProps & { readonly needs: readonly Requirement[] }) {
  const t = useText()
  if (needs.length === 0) return <span className="rules-muted">{t(rulesTexts.noGate)}</span>
  const words = (need: Requirement): string => {
    if (need.kind === 'condition') return t(need.message)
    const when = need.when ? t(rulesTexts.needWhen, { when: need.when }) : ''
    if (need.kind === 'field')
      return t(rulesTexts.needField, { name: titleOf(playbook.fields[need.field], need.field) }) + when
    if (need.kind === 'verifiedFact')
      return t(rulesTexts.needFact, { name: titleOf(playbook.metrics[need.metric], need.metric) }) + when
    if (need.kind === 'link') return t(linkNeedText(need, playbook)) + when
    if (need.kind === 'evidence') return t(rulesTexts.needEvidence, { name: t(evidenceSubject(need, playbook)) }) + when
    return (
      t(rulesTexts.needNode, {
        name: titleOf(
          plan.nodes.find(({ key }) => key === need.node),
          need.node,
        ),
      }) + when
    )
  }
  const titleOf = (entry: { readonly title: { zh: string; en: string } } | undefined, key: string) =>
    entry ? t(entry.title) : key
  return (
    <ul className="rules-needs">
      {needs.map((need) => (
        <li key={JSON.stringify(need)}>{words(need)}</li>
      ))}
    </ul>
  )
}

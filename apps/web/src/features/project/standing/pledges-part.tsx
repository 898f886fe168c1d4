import { listItemPledges, type PledgeReply } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { playbookOf } from '../../../api/playbook.ts'
import { useRoute } from '../../../api/query.ts'
import { useSession } from '../../../api/session.tsx'
import { useLanguage, useText } from '../../../app/language.ts'
import { dayText, decimalText, percentText } from '../../../ui/format.ts'
import { LampMark } from '../../../ui/lamp-mark.tsx'
import { MoneyText } from '../../../ui/money-text.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Project } from '../project.ts'
import { standingTexts as texts } from './texts.ts'
import './pledges.css'

/** 承诺与兑现: what was pledged for the project, each beside what is verified of it. */
export function PledgesPart({ reply, playbook }: Project) {
  const t = useText()
  const enabled = playbook.pledge === undefined
  const { data } = useRoute(listItemPledges, { params: { itemId: reply.item.itemId }, query: {} }, { enabled })
  const pledges = data?.pledges ?? []
  if (pledges.length === 0) return null
  return (
    <Section title={t(texts.pledges)}>
      <div className="project-scroll">
        <table className="pledges">
          <thead>
            <tr>
              <th>{t(texts.lamp)}</th>
              <th>{t(texts.pledge)}</th>
              <th className="is-figure">{t(texts.promised)}</th>
              <th className="is-figure">{t(texts.actual)}</th>
              <th className="is-figure">{t(texts.share)}</th>
              <th>{t(texts.due)}</th>
            </tr>
          </thead>
          <tbody>
            {pledges.map((pledge) => (
              <Row key={pledge.itemId} pledge={pledge} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Row({ pledge }: { readonly pledge: PledgeReply }) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const { itemId, title, kind, measure, promised, actual, due, lamp, lampReasons, known, kept, percent } = pledge
  const kindTitle = useKindTitle(pledge.playbookKey, kind)
  const isDate = measure === 'milestone'
  return (
    <tr>
      <td>
        <LampMark level={lamp} reasons={lampReasons} />
      </td>
      <td>
        <Link to="/item/$itemId" params={{ itemId }} preload={false} title={title}>
          {kindTitle ?? title}
        </Link>
      </td>
      <td className="is-figure">{isDate ? '—' : <Amount value={promised} measure={measure} />}</td>
      <td className="is-figure">
        {isDate ? (
          t(kept ? texts.kept : texts.notYet)
        ) : actual ? (
          <Amount value={actual} measure={measure} />
        ) : (
          t(texts.nothing)
        )}
      </td>
      <td className="is-figure">{known && !isDate ? percentText(percent) : '—'}</td>
      <td>{due ? dayText(due, { language, today }) : '—'}</td>
    </tr>
  )
}

function Amount({ value, measure }: { readonly value: string | null } & Pick<PledgeReply, 'measure'>) {
  const t = useText()
  if (value === null) return <>—</>
  if (measure === 'atMost') return <>{t(texts.atMost, { value: `${decimalText(Number(value))} tce` })}</>
  return (
    <>
      <MoneyText amount={value} />
      {measure === 'perMu' ? t(texts.perMu) : ''}
    </>
  )
}

function useKindTitle(playbookKey: string, kind: string): string | null {
  const t = useText()
  const playbook = playbookOf(playbookKey)
  const field = playbook?.pledge && playbook.fields[playbook.pledge.kind]
  const choice = field?.kind === 'choice' ? field.choices[kind] : undefined
  return choice ? t(choice.title) : null
}

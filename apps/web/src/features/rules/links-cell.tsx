import { linkTypes } from '@guatu/kernel'
import { useText } from '../../app/language.ts'
import { NumberCell } from './number-cell.tsx'
import { linksInto, type Plan, type PlanLink, type PlanNode, withLinksInto } from './plan-draft.ts'
import { rulesTexts } from './texts.ts'

interface LinksCellProps {
  readonly node: PlanNode
  readonly plan: Plan
  readonly fault: string | undefined
  readonly onPlan: ((plan: Plan) => void) | null
}

const lagText = (lag: number) => (lag === 0 ? '' : lag > 0 ? `+${lag}` : String(lag))

/** What a node waits for: which node, how the two meet, how long between, and whether law or custom asks for it. */
export function LinksCell({ node, plan, fault, onPlan }: LinksCellProps) {
  const t = useText()
  const links = linksInto(plan, node.key)
  const titleOf = (key: string) => {
    const from = plan.nodes.find((candidate) => candidate.key === key)
    return from ? t(from.title) : key
  }
  if (!onPlan) {
    return (
      <ul className="rules-links">
        {links.map(({ from, type, lagWorkdays, soft }) => (
          <li
            key={`${from}${type}`}
            title={soft ? t(rulesTexts.softHint) : undefined}
            className={soft ? 'is-soft' : ''}
          >
            {titleOf(from)}
            {type === 'FS' && lagWorkdays === 0 ? '' : ` ${type}${lagText(lagWorkdays)}`}
            {soft ? <small> {t(rulesTexts.soft)}</small> : null}
          </li>
        ))}
      </ul>
    )
  }
  const put = (next: readonly PlanLink[]) => onPlan(withLinksInto(plan, node.key, next))
  const free = plan.nodes.find(({ key }) => key !== node.key && !links.some(({ from }) => from === key))
  return (
    <ul className="rules-links is-edited">
      {links.map((link, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: while it is edited a link is known by its place only
        <li key={at}>
          <LinkEditor
            {...{ link, plan }}
            own={node.key}
            onLink={(next) => put(links.map((other, index) => (index === at ? next : other)))}
            onRemove={() => put(links.filter((_, index) => index !== at))}
          />
        </li>
      ))}
      <li>
        <button
          type="button"
          className="rules-add"
          disabled={!free}
          onClick={() =>
            free && put([...links, { from: free.key, to: node.key, type: 'FS', lagWorkdays: 0, soft: false }])
          }
        >
          ＋ {t(rulesTexts.addLink)}
        </button>
        {fault ? <span className="rules-fault">{fault}</span> : null}
      </li>
    </ul>
  )
}

interface LinkEditorProps {
  readonly link: PlanLink
  readonly plan: Plan
  readonly own: string
  readonly onLink: (link: PlanLink) => void
  readonly onRemove: () => void
}

function LinkEditor({ link, plan, own, onLink, onRemove }: LinkEditorProps) {
  const t = useText()
  const from = plan.nodes.find(({ key }) => key === link.from)
  return (
    <span className="rules-link">
      <select
        className="rules-input"
        aria-label={t(rulesTexts.links)}
        value={link.from}
        onChange={(event) => onLink({ ...link, from: event.target.value })}
      >
        {plan.nodes
          .filter(({ key }) => key !== own)
          .map(({ key, title }) => (
            <option key={key} value={key}>
              {t(title)}
            </option>
          ))}
      </select>
      <select
        className="rules-input"
        aria-label={t(rulesTexts.linkType)}
        value={link.type}
        onChange={(event) => onLink({ ...link, type: linkTypes.find((type) => type === event.target.value) ?? 'FS' })}
      >
        {linkTypes.map((type) => (
          <option key={type}>{type}</option>
        ))}
      </select>
      <NumberCell
        label={t(rulesTexts.lag)}
        value={link.lagWorkdays}
        onValue={(lag) => onLink({ ...link, lagWorkdays: Math.round(lag) })}
      />
      <label title={t(rulesTexts.softHint)}>
        <input
          type="checkbox"
          checked={link.soft}
          onChange={(event) => onLink({ ...link, soft: event.target.checked })}
        />
        {t(rulesTexts.soft)}
      </label>
      <button
        type="button"
        aria-label={t(rulesTexts.removeLink, { name: from ? t(from.title) : link.from })}
        onClick={onRemove}
      >
        ✕
      </button>
    </span>
  )
}

import type { ComparisonReply, ItemDifferenceReply } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { Link } from '@tanstack/react-router'
import { useDirectory, useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { countText, dayText } from '../../ui/format.ts'
import { shiftWords } from '../../ui/plan-effect/effect-words.ts'
import { Section } from '../../ui/section.tsx'
import { NodeLine } from './node-line.tsx'
import { comparisonTexts as texts } from './texts.ts'
import { PAGE_ITEMS } from './use-comparison.ts'

interface ItemRowsProps {
  readonly playbook: Playbook
  readonly reply: ComparisonReply
  readonly onItem: (itemId: string) => void
  /** Null when all are shown. */
  readonly onMore: (() => void) | null
}

/** Projects that differ, each with the nodes that do. */
export function ItemRows({ playbook, reply, onItem, onMore }: ItemRowsProps) {
  const t = useText()
  const { items, total } = reply
  const shown = t(texts.shown, { shown: countText(items.length), total: countText(total) })
  return (
    <Section title={t(texts.rows)} aside={shown}>
      <ul className="compare-items">
        {items.map((item) => (
          <li key={item.itemId}>
            <ItemHead item={item} onItem={item.kind === 'changed' ? () => onItem(item.itemId) : null} />
            {item.nodes.length > 0 ? (
              <ul>
                {item.nodes.map((node) => (
                  <NodeLine key={node.nodeKey} {...{ playbook, node }} />
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
      {onMore ? (
        <button type="button" className="button compare-more no-print" onClick={onMore}>
          {t(texts.more, { count: Math.min(PAGE_ITEMS, total - items.length) })}
        </button>
      ) : null}
    </Section>
  )
}

interface ItemHeadProps {
  readonly item: ItemDifferenceReply
  readonly onItem: (() => void) | null
}

function ItemHead({ item, onItem }: ItemHeadProps) {
  const t = useText()
  const { orgName } = useDirectory()
  const { itemId, title, kind, orgId } = item
  return (
    <h3>
      <Link to="/item/$itemId" params={{ itemId }} preload={false}>
        {title}
      </Link>
      <small>{orgName(orgId)}</small>
      {kind === 'changed' ? (
        <ItemShift item={item} />
      ) : (
        <em>{t(kind === 'added' ? texts.itemAdded : texts.itemGone)}</em>
      )}
      {onItem ? (
        <button type="button" className="link-button no-print" onClick={onItem}>
          {t(texts.wholeItem)}
        </button>
      ) : null}
    </h3>
  )
}

/** What the project as a whole comes to. */
export function ItemShift({ item }: { readonly item: ItemDifferenceReply }) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const { fromDeadline, toDeadline, finishWorkdays } = item
  const day = (iso: string | null) => (iso === null ? t(texts.notSet) : dayText(iso, { language, today }))
  return (
    <>
      {finishWorkdays ? (
        <em className={finishWorkdays > 0 ? 'is-grave' : ''}>
          {t(texts.finish, { shift: shiftWords(finishWorkdays, t) })}
        </em>
      ) : null}
      {fromDeadline === toDeadline ? null : (
        <em>{t(texts.deadline, { from: day(fromDeadline), to: day(toDeadline) })}</em>
      )}
    </>
  )
}

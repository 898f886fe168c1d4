import { type NoticeEntry, noticeKinds } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useText } from '../../app/language.ts'
import { clockText } from '../../ui/format.ts'
import { toneOf } from './grouped.ts'
import { inboxTexts as texts } from './texts.ts'
import { noteOpened } from './use-inbox.ts'

interface LineProps {
  readonly notice: NoticeEntry
  /** Under an item's own heading its title is not said again. */
  readonly underItem: boolean
  readonly when: string
  readonly onMark: (notice: NoticeEntry) => void
}

/** One notice: what, of which item, by whom. The row opens the item. */
export function NoticeLine({ notice, underItem, when, onMark }: LineProps) {
  const t = useText()
  const { kind, itemId, itemTitle, text, actor, reason, readAt, at } = notice
  const unread = readAt === null
  const title = itemId === null ? null : (itemTitle ?? t(texts.hidden))
  const words = (
    <>
      {title && !underItem ? <b>{title}</b> : null}
      <span>{t(text)}</span>
      {reason ? (
        <small>
          {t(texts.reason)}：{reason}
        </small>
      ) : null}
    </>
  )
  const label = unread ? t(texts.markRead) : t(texts.markUnread)
  return (
    <li className={`notice ${unread ? 'is-unread' : ''}`}>
      <span className={`notice-kind is-${toneOf(kind)}`}>{t(noticeKinds[kind])}</span>
      {itemId !== null && itemTitle !== null ? (
        <Link
          to="/item/$itemId"
          params={{ itemId }}
          className="notice-words"
          data-notice
          onClick={() => noteOpened(notice)}
        >
          {words}
        </Link>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys go from notice to notice, also to those that open nothing
        <span className="notice-words" data-notice tabIndex={0}>
          {words}
        </span>
      )}
      <span className="notice-who">
        {actor}
        <time dateTime={at}>
          {when} {clockText(at)}
        </time>
      </span>
      <button
        type="button"
        className="notice-mark no-print"
        aria-label={label}
        title={label}
        onClick={() => onMark(notice)}
      >
        {unread ? '●' : '○'}
      </button>
    </li>
  )
}

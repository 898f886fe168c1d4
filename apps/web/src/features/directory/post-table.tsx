import { roles } from '@guatu/access'
import type { Post } from '@guatu/contract'
import { useMay, useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import type { Act } from './act.ts'
import { ActForm } from './act-form.tsx'
import { type Entries, isNow } from './entries.ts'
import { PeriodText } from './period-text.tsx'
import { correct, deputise, end, handOver } from './post-acts.ts'
import { directoryTexts as texts } from './texts.ts'

interface PostTableProps {
  readonly posts: readonly Post[]
  readonly entries: Entries
  /** Of a unit's posts the persons are told, of a person's the units. */
  readonly names: 'person' | 'unit'
  readonly act: Act | null
  /** Absent: nothing is done to what is over. */
  readonly onAct?: (act: Act | null) => void
}

/** Posts, each with its role and time, whom it is held for, and what can be done to it. */
export function PostTable({ posts, entries, names, act, onAct }: PostTableProps) {
  const t = useText()
  return (
    <table className="directory-table">
      <thead>
        <tr>
          <th scope="col">{t(names === 'person' ? texts.person : texts.unit)}</th>
          <th scope="col">{t(texts.post)}</th>
          <th scope="col">{t(texts.role)}</th>
          <th scope="col">{t(texts.period)}</th>
          {onAct ? (
            <th scope="col" className="is-acts no-print">
              <span className="aside-text">{t(texts.acts)}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {posts.map((post) => (
          <PostLines key={post.postId} {...{ post, entries, names, act, ...(onAct ? { onAct } : {}) }} />
        ))}
      </tbody>
    </table>
  )
}

function PostLines({ post, entries, names, act, onAct }: Omit<PostTableProps, 'posts'> & { readonly post: Post }) {
  const t = useText()
  const [, change] = useViewState()
  const person = entries.persons.get(post.personId)
  const unit = entries.units.get(post.orgId)
  const deputised = entries.deputisedIn(post)
  const predecessor = entries.predecessorIn(post)
  const open = () =>
    void change(
      names === 'person' ? { person: post.personId, unit: undefined } : { unit: post.orgId, person: undefined },
    )
  const isOpen = act?.key.endsWith(` ${post.postId}`) === true
  return (
    <>
      <tr>
        <th scope="row">
          <button type="button" className="directory-link" onClick={open}>
            {names === 'person' ? (person?.name ?? '') : (unit?.name ?? '')}
          </button>
        </th>
        <td>
          {post.title}
          {deputised ? <small>{t(texts.deputyFor, { name: deputised.name })}</small> : null}
          {predecessor ? <small>{t(texts.takenOver, { name: predecessor.name })}</small> : null}
        </td>
        <td>{t(roles[post.role])}</td>
        <td>
          <PeriodText from={post.from} to={post.to} />
        </td>
        {onAct ? (
          <td className="is-acts no-print">
            <PostActs {...{ post, onAct }} subject={`${person?.name ?? ''} ${unit?.name ?? ''}${post.title}`} />
          </td>
        ) : null}
      </tr>
      {isOpen && act && onAct ? (
        <tr className="is-form no-print">
          <td colSpan={5}>
            <ActForm key={act.key} act={act} onDone={() => onAct(null)} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

interface PostActsProps {
  readonly post: Post
  readonly subject: string
  readonly onAct: (act: Act) => void
}

function PostActs({ post, subject, onAct }: PostActsProps) {
  const t = useText()
  const { today } = useSession()
  const may = useMay()
  if (!may('post.manage')) return null
  const isOwn = post.deputyForId === null
  const acts = [
    end(post, subject, today),
    ...(isOwn && isNow(post, today) ? [handOver(post, subject, today), deputise(post, subject, today)] : []),
    correct(post, subject),
  ]
  return acts.map((act) => (
    <button key={act.key} type="button" className="directory-link" onClick={() => onAct(act)}>
      {t(act.title)}
    </button>
  ))
}

import { phaseTitles, relations, roles } from '@guatu/access'
import type { AccessExplanation, AccessReply } from '@guatu/contract'
import { useLanguage, useText } from '../../app/language.ts'
import { postWords } from './post-words.ts'
import { accessTexts as texts } from './texts.ts'

interface ExplanationTableProps {
  readonly explanations: readonly AccessExplanation[]
  readonly reply: AccessReply
}

export function ExplanationTable({ explanations, reply }: ExplanationTableProps) {
  const t = useText()
  const isAllowed = explanations[0]?.allowed === true
  return (
    <table className="access-table">
      <thead>
        <tr>
          <th scope="col">{t(texts.action)}</th>
          <th scope="col">{t(texts.answer)}</th>
          <th scope="col">{t(isAllowed ? texts.why : texts.needed)}</th>
        </tr>
      </thead>
      <tbody>
        {explanations.map((entry) => (
          <tr key={entry.action}>
            <th scope="row">{t(entry.title)}</th>
            <td className={entry.allowed ? 'is-yes' : 'is-no'}>
              <span aria-hidden="true">{entry.allowed ? '✓' : '✕'}</span> {t(entry.allowed ? texts.yes : texts.no)}
            </td>
            <td>{entry.allowed ? <Reasons {...{ entry, reply }} /> : <Lacks {...{ entry, reply }} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface EntryProps {
  readonly entry: AccessExplanation
  readonly reply: AccessReply
}

/** The rules that grant it, each with the post that it comes through. */
function Reasons({ entry, reply }: EntryProps) {
  const t = useText()
  return (
    <ul>
      {entry.by.map(({ text, postId, charge }) => {
        const post = reply.posts.find((held) => held.postId === postId)
        return (
          <li key={`${postId}${text.zh}`}>
            {t(text)}
            <small>
              {post ? t(texts.through, { post: postWords(post, t) }) : ''}
              {charge ? t(texts.byCharge) : ''}
            </small>
          </li>
        )
      })}
    </ul>
  )
}

/** The rules that would grant it: those that nearly hold one by one, then the posts that would do, in one line. */
function Lacks({ entry, reply }: EntryProps) {
  const t = useText()
  const comma = useLanguage() === 'zh' ? '、' : ', '
  if (entry.missing.length === 0) return <>{t(texts.nobody)}</>
  const near = entry.missing.filter(({ lacks }) => lacks !== 'role').sort((a, b) => (a.lacks < b.lacks ? -1 : 1))
  const others = entry.missing.filter(({ lacks }) => lacks === 'role')
  return (
    <ul>
      {near.map(({ rule, text, lacks }) => {
        const role = t(roles[rule.role])
        const phases = rule.phases.map((phase) => t(phaseTitles[phase])).join(comma)
        return (
          <li key={`${rule.role}${rule.relation}`}>
            {t(text)}
            <small>
              {lacks === 'phase'
                ? t(texts.lacksPhase, { phase: reply.item ? t(phaseTitles[reply.item.phase]) : '', phases })
                : t(texts.lacksRelation, { role, relation: t(relations[rule.relation]) })}
            </small>
          </li>
        )
      })}
      {others.length > 0 ? (
        <li className="access-muted">
          {t(near.length > 0 ? texts.lacksRolesToo : texts.lacksRoles, {
            posts: [...new Set(others.map(({ text }) => t(text)))].join(comma),
          })}
        </li>
      ) : null}
    </ul>
  )
}

import { createItem, getItem } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { firstPlaybookWith, usePlaybook } from '../../../api/playbook.ts'
import { refresh, useRoute } from '../../../api/query.ts'
import { RefusedError } from '../../../api/refused.ts'
import { useSession } from '../../../api/session.tsx'
import { useText } from '../../../app/language.ts'
import { usePageTitle } from '../../../app/print-head.tsx'
import { useViewState } from '../../../app/search.ts'
import { entryOf } from '../../../forms/entry.ts'
import { FieldRow } from '../../../forms/field-row.tsx'
import { formTexts } from '../../../forms/texts.ts'
import { useFieldContext } from '../../../forms/use-field-context.ts'
import { ItemPicker } from '../../../ui/item-picker.tsx'
import { NodePicker } from '../../../ui/node-picker.tsx'
import { Sentence } from '../../../ui/section.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { boardTexts } from '../texts.ts'
import { holdingKind, type RaiseDraft, raisedFields } from './raise-draft.ts'
import { useGiven } from './use-given.ts'
import { useRaiseDraft } from './use-raise-draft.ts'
import '../../../forms/forms.css'
import './raise.css'

const texts = boardTexts.form

/** 提出难题: the short form, made for a phone at the place where it is stuck. */
export default function RaisePage() {
  const t = useText()
  const { playbook: key } = useParams({ strict: false })
  const playbook = usePlaybook(key ?? '')
  const session = useSession()
  const context = useFieldContext()
  const [{ item: itemId, node }] = useViewState()
  const about = useRoute(getItem, { params: { itemId: itemId ?? '' } }, { enabled: Boolean(itemId) })
  const known = itemId && about.data ? { itemId, title: about.data.item.title } : null
  const { draft, change, drop } = useRaiseDraft(playbook)
  const shown: RaiseDraft = known && !draft.item ? { ...draft, item: known, nodeKey: node ?? '' } : draft
  const given = useGiven(playbook, about.data?.item)
  const [tried, setTried] = useState(false)
  const { fields, wrong } = raisedFields(playbook, shown, given, context)
  const kind = holdingKind(playbook)
  const target = kind ? firstPlaybookWith(session, [playbook.linkKinds![kind]!.to as never]) : undefined
  const send = useSend(playbook.key, drop)
  const faultsOf = (field: string): readonly Title[] => [
    ...(tried && wrong.includes(field) && !shown.entries[field]?.text ? [formTexts.required] : []),
    ...(send.error instanceof RefusedError
      ? send.error.reply.refusals.filter(({ path }) => path === field).map(({ message }) => message)
      : []),
  ]
  usePageTitle(t(boardTexts.raise))
  return (
    <form
      className="raise"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        const links = kind && shown.item ? [linkOf(kind, shown)] : []
        if (wrong.length === 0) send.mutate({ fields, links, title: String(fields[playbook.roles.title ?? ''] ?? '') })
      }}
    >
      <Sentence>{t(boardTexts.raise)}</Sentence>
      <p className="raise-hint">{t(texts.hint)}</p>
      {target ? <Held target={target.key} draft={shown} onChange={change} /> : null}
      {(playbook.raiseForm ?? []).map((field) => (
        <FieldRow
          key={field}
          field={playbook.fields[field]!}
          entry={shown.entries[field] ?? entryOf(playbook.fields[field]!, given[field], context)}
          context={context}
          {...(playbook.fields[field]!.required ? { mark: t(texts.required) } : {})}
          refusals={faultsOf(field)}
          onEntry={(entry) => change({ ...shown, entries: { ...shown.entries, [field]: entry } })}
        />
      ))}
      {send.error ? <ErrorState error={send.error} /> : null}
      {tried && wrong.length > 0 ? (
        <p className="field-fault" role="alert">
          {t(texts.wrong, { count: wrong.length })}
        </p>
      ) : null}
      <Foot playbook={playbook.key} isSending={send.isPending} />
    </form>
  )
}

interface HeldProps {
  readonly target: string
  readonly draft: RaiseDraft
  readonly onChange: (draft: RaiseDraft) => void
}

/** What the problem blocks: a project, and the node of it. */
function Held({ target, draft, onChange }: HeldProps) {
  const t = useText()
  return (
    <>
      <ItemPicker
        playbook={target}
        label={t(texts.about)}
        hint={t(texts.aboutHint)}
        picked={draft.item}
        onPick={(item) => onChange({ ...draft, item, nodeKey: '' })}
      />
      {draft.item ? (
        <NodePicker
          key={draft.item.itemId}
          itemId={draft.item.itemId}
          label={t(texts.node)}
          whole={t(texts.whole)}
          nodeKey={draft.nodeKey}
          onNode={(nodeKey) => onChange({ ...draft, nodeKey })}
        />
      ) : null}
    </>
  )
}

function Foot({ playbook, isSending }: { readonly playbook: string; readonly isSending: boolean }) {
  const t = useText()
  return (
    <>
      <p className="raise-hint">{t(texts.next)}</p>
      <footer className="raise-buttons">
        <Link className="button" to="/problems/$playbook" params={{ playbook }} preload={false}>
          {t(texts.back)}
        </Link>
        <button type="submit" className="button is-primary" disabled={isSending}>
          {t(isSending ? texts.sending : texts.send)}
        </button>
      </footer>
      <p className="raise-hint">{t(texts.kept)}</p>
    </>
  )
}

const linkOf = (kind: string, { item, nodeKey }: RaiseDraft) => ({
  kind,
  itemId: item!.itemId,
  ...(nodeKey ? { nodeKey } : {}),
})

interface Sent {
  readonly fields: Record<string, unknown>
  readonly links: ReturnType<typeof linkOf>[]
  readonly title: string
}

function useSend(playbook: string, onSent: () => void) {
  const t = useText()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: ({ fields, links }: Sent) =>
      call(createItem, { body: { playbook, fields, ...(links.length > 0 ? { links } : {}) } }),
    onSuccess: async ({ itemId }, { title }) => {
      onSent()
      toast({ text: t(texts.sent, { title }) })
      void refresh()
      await navigate({ to: '/item/$itemId', params: { itemId } })
    },
  })
}

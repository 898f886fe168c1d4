import { getItem, type ItemReply, listChanges } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { playbookOf, usePlaybook } from '../../api/playbook.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { typedOf } from '../../forms/entry.ts'
import { useFieldContext } from '../../forms/use-field-context.ts'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { askText, readAsk } from '../../ui/plan-effect/ask-text.ts'
import { EffectTable } from '../../ui/plan-effect/effect-table.tsx'
import { effectWords } from '../../ui/plan-effect/effect-words.ts'
import { Section, Sentence } from '../../ui/section.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { type Ask, AskPart } from './ask-part.tsx'
import { sendApplication, sendRequest } from './send.ts'
import { changeFormTexts as texts } from './texts.ts'
import { useEffectPreview } from './use-effect-preview.ts'
import { type Entries, WhyPart, whyFields } from './why-part.tsx'
import '../../forms/forms.css'
import './change-form.css'

/** 申请变更: what is asked of a plan, what it moves, why. The address carries what is asked, from wherever it was tried. */
export default function ChangeFormPage() {
  const t = useText()
  const { itemId = '' } = useParams({ strict: false })
  const found = useRoute(getItem, { params: { itemId } })
  const known = useRoute(listChanges, { params: { itemId } })
  usePageTitle(t(texts.pageTitle))
  const error = found.error ?? known.error
  if (error) return <ErrorState error={error} onRetry={() => void refresh(getItem, listChanges)} />
  if (!found.data || !known.data) return <Skeleton label={t(texts.loading)} lines={10} />
  const application = playbookOf(known.data.applicationPlaybook)
  if (!known.data.mayApply || !application) {
    return (
      <EmptyState title={t(texts.notAllowed)}>
        <Link className="button" to="/item/$itemId" params={{ itemId }}>
          {t(texts.toItem)}
        </Link>
      </EmptyState>
    )
  }
  return <ChangeForm reply={found.data} application={application} />
}

interface ChangeFormProps {
  readonly reply: ItemReply
  readonly application: Playbook
}

/** What is asked stands in the address, so that it survives a reload and can be sent to a colleague. */
function useAsk(): [Ask, (ask: Ask) => void] {
  const [state, change] = useViewState()
  const ask = { changes: readAsk(state.ask), finish: state.finish || undefined }
  const set = (next: Ask) =>
    void change({ ask: askText(next.changes) || undefined, finish: next.finish }, { replace: true })
  return [ask, set]
}

function ChangeForm({ reply, application }: ChangeFormProps) {
  const t = useText()
  const playbook = usePlaybook(reply.item.playbookKey)
  const [state] = useViewState()
  const [ask, setAsk] = useAsk()
  const [rebaseline, setRebaseline] = useState(state.rebaseline === '1')
  const [entries, setEntries] = useState<Entries>({})
  const [files, setFiles] = useState<readonly File[]>([])
  const { effect, error } = useEffectPreview(reply, ask)
  const fields = useFilled(application, entries)
  const send = useSend(application, reply, state.revises)
  const given = { ask, rebaseline, fields, files }
  return (
    <form
      className="change-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (effect) send.mutate({ ...given, submit: true })
      }}
    >
      <Sentence>{t(state.revises ? texts.revise : texts.sentence, { item: reply.item.title })}</Sentence>
      <AskPart {...{ playbook, reply, ask }} onAsk={setAsk} />
      <label className="change-check">
        <input type="checkbox" checked={rebaseline} onChange={({ target }) => setRebaseline(target.checked)} />
        {t(texts.rebaseline)}
      </label>
      <Section title={t(texts.effect)}>
        <EffectPart effect={effect} error={error} />
      </Section>
      {state.revises ? null : <WhyPart {...{ application, entries }} onEntries={setEntries} onFiles={setFiles} />}
      <FormRefusal error={send.error} />
      <div className="change-buttons">
        <Link className="button" to="/item/$itemId" params={{ itemId: state.revises ?? reply.item.itemId }}>
          {t(texts.cancel)}
        </Link>
        {state.revises ? null : (
          <button
            type="button"
            className="button"
            disabled={!effect || send.isPending}
            onClick={() => send.mutate({ ...given, submit: false })}
          >
            {t(texts.saveDraft)}
          </button>
        )}
        <button type="submit" className="button is-primary" disabled={!effect || send.isPending}>
          {t(send.isPending ? texts.sending : state.revises ? texts.save : texts.submit)}
        </button>
      </div>
    </form>
  )
}

function EffectPart({ effect, error }: ReturnType<typeof useEffectPreview>) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  if (error) return <ErrorState error={error} />
  if (!effect) return <p className="change-hint">{t(texts.nothing)}</p>
  return (
    <>
      <p role="status" className="change-words">
        {effectWords(effect, t, { language, today })}
      </p>
      <EffectTable effect={effect} />
    </>
  )
}

/** The fields that can be read as they are typed; the server says what is missing or wrong. */
function useFilled(application: Playbook, entries: Entries) {
  const context = useFieldContext()
  return Object.fromEntries(
    whyFields(application).flatMap(([key, field]) => {
      const typed = typedOf(field, entries[key] ?? { text: '' }, context)
      return typed.kind === 'value' ? [[key, typed.value] as const] : []
    }),
  )
}

type Given = Omit<Parameters<typeof sendApplication>[1], 'target'>

function useSend(application: Playbook, { item }: ItemReply, revises: string | undefined) {
  const t = useText()
  const navigate = useNavigate()
  const { itemId, revision } = item
  return useMutation({
    mutationFn: async (given: Given) => {
      if (revises === undefined) return await sendApplication(application, { ...given, target: { itemId, revision } })
      await sendRequest(revises, given.ask, revision, given.rebaseline)
      return { itemId: revises, failed: null }
    },
    onSuccess: async (sent, { submit }) => {
      const done = revises ? texts.saved : submit ? texts.submitted : texts.drafted
      const text = sent.failed ? t(texts.notHandedIn, { why: t(sent.failed) }) : t(done)
      toast({ text, ...(sent.failed ? { tone: 'failed' as const } : {}) })
      await refresh()
      await navigate({ to: '/item/$itemId', params: { itemId: sent.itemId } })
    },
  })
}

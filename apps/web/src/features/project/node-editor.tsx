import { type ItemRow, type NodeChange, type NodeReply, previewPlan, savePlan } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../api/call.ts'
import { nodeTitle } from '../../api/playbook.ts'
import { refresh } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { FieldRow } from '../../forms/field-row.tsx'
import { useFieldContext } from '../../forms/use-field-context.ts'
import { ErrorState } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { changeOf, entriesOfNode, faultyKeys, nodeFieldKeys, nodeFields } from './node-form.ts'
import { ApplyLink, isChangeNeeded } from './plan-changes/apply-link.tsx'
import { texts } from './texts.ts'
import { undoOf } from './undo-node.ts'

interface NodeEditorProps {
  readonly playbook: Playbook
  readonly node: NodeReply
  readonly item: ItemRow
  readonly onClose: () => void
}

/** All five fixes of a node in one form; says what the change moves before it is saved. */
export function NodeEditor({ playbook, node, item, onClose }: NodeEditorProps) {
  const t = useText()
  const context = useFieldContext()
  const dialog = useRef<HTMLDialogElement>(null)
  const [entries, setEntries] = useState(() => entriesOfNode(node, context))
  useEffect(() => dialog.current?.showModal(), [])
  const change = changeOf(node, entries, context)
  const title = t(nodeTitle(playbook, node))
  const save = useSave(item, { node, title }, onClose)
  const preview = usePreview(item)
  const blocked = change === null || faultyKeys(entries, context).length > 0
  return (
    <dialog ref={dialog} className="project-editor" aria-label={t(texts.editNode, { node: title })} onClose={onClose}>
      <h2>{title}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (change && !blocked) save.mutate(change)
        }}
      >
        <div className="project-editor-fields">
          {nodeFieldKeys.map((key) => (
            <FieldRow
              key={key}
              field={nodeFields[key]}
              entry={entries[key]}
              context={context}
              onEntry={(entry) => {
                preview.reset()
                setEntries({ ...entries, [key]: entry })
              }}
            />
          ))}
        </div>
        {preview.data ? <p role="status">{t(preview.data.text)}</p> : null}
        {preview.error ? <ErrorState error={preview.error} /> : null}
        {save.error ? <ErrorState error={save.error} /> : null}
        {change && isChangeNeeded(save.error) ? <ApplyLink itemId={item.itemId} changes={[change]} /> : null}
        <div className="project-buttons">
          <button type="button" className="button" onClick={onClose}>
            {t(texts.cancel)}
          </button>
          <button type="button" className="button" disabled={blocked} onClick={() => change && preview.mutate(change)}>
            {t(texts.preview)}
          </button>
          <button type="submit" className="button is-primary" disabled={blocked || save.isPending}>
            {t(texts.save)}
          </button>
        </div>
      </form>
    </dialog>
  )
}

const usePreview = ({ itemId }: ItemRow) =>
  useMutation({
    mutationFn: (change: NodeChange) => call(previewPlan, { params: { itemId }, body: { changes: [change] } }),
  })

interface Saved {
  readonly node: NodeReply
  readonly title: string
}

function useSave(item: ItemRow, { node, title }: Saved, onSaved: () => void) {
  const t = useText()
  const send = (revision: number, change: NodeChange) =>
    call(savePlan, { params: { itemId: item.itemId }, body: { revision, changes: [change] } })
  return useMutation({
    mutationFn: (change: NodeChange) => send(item.revision, change),
    onSuccess: async ({ revision }, change) => {
      toast({
        text: `${t(texts.saved)}：${title}`,
        undo: async () => {
          await send(revision, undoOf(node, change))
          await refresh()
        },
      })
      onSaved()
      await refresh()
    },
  })
}

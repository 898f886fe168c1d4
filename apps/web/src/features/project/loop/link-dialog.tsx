import { addLink, type ItemReply, type NewLink } from '@guatu/contract'
import type { LinkKind, Playbook } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { call } from '../../../api/call.ts'
import { playbookOf } from '../../../api/playbook.ts'
import { refresh } from '../../../api/query.ts'
import { useSession } from '../../../api/session.tsx'
import { useText } from '../../../app/language.ts'
import { ItemPicker, type PickedItem } from '../../../ui/item-picker.tsx'
import { NodePicker } from '../../../ui/node-picker.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { loopTexts as texts } from './texts.ts'
import '../../../forms/forms.css'

interface LinkDialogProps {
  readonly reply: ItemReply
  readonly playbook: Playbook
  readonly onClose: () => void
}

/** Lists that a kind of link may lead to, of those that the district has. */
function useTargets(kind: LinkKind | undefined): readonly Playbook[] {
  const { playbooks } = useSession()
  const lists = playbooks.flatMap(({ key }) => playbookOf(key) ?? [])
  return lists.filter(({ capabilities }) => kind && (kind.to === 'any' || capabilities.includes(kind.to)))
}

/** Links the item: by which kind, to what, and to which of its nodes. */
export function LinkDialog({ reply, playbook, onClose }: LinkDialogProps) {
  const t = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const kinds = Object.entries(playbook.linkKinds ?? {})
  const [kind, setKind] = useState(kinds[0]?.[0] ?? '')
  const [picked, setPicked] = useState<PickedItem | null>(null)
  const [nodeKey, setNodeKey] = useState('')
  useEffect(() => dialog.current?.showModal(), [])
  const chosen = playbook.linkKinds?.[kind]
  const [target] = useTargets(chosen)
  const add = useAdd(reply.item.itemId, onClose)
  return (
    <dialog ref={dialog} className="project-editor" aria-label={t(texts.addLink)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (picked) add.mutate({ kind, itemId: picked.itemId, ...(nodeKey ? { nodeKey } : {}) })
        }}
      >
        <h2>{t(texts.addLink)}</h2>
        <KindPick
          kinds={kinds}
          kind={kind}
          onKind={(next) => {
            setKind(next)
            setPicked(null)
            setNodeKey('')
          }}
        />
        {target ? (
          <ItemPicker
            key={kind}
            playbook={target.key}
            label={`${t(texts.linkItem)}${t(target.itemTitle)}`}
            hint={t(texts.linkItemHint)}
            picked={picked}
            onPick={(item) => {
              setPicked(item)
              setNodeKey('')
            }}
          />
        ) : null}
        {picked && chosen?.node ? (
          <NodePicker
            key={picked.itemId}
            itemId={picked.itemId}
            label={t(texts.linkNode)}
            whole={t(texts.linkWhole)}
            nodeKey={nodeKey}
            onNode={setNodeKey}
          />
        ) : null}
        {add.error ? <ErrorState error={add.error} /> : null}
        <Buttons isReady={picked !== null && !add.isPending} onClose={onClose} />
      </form>
    </dialog>
  )
}

function useAdd(itemId: string, onDone: () => void) {
  const t = useText()
  return useMutation({
    mutationFn: (body: NewLink) => call(addLink, { params: { itemId }, body }),
    onSuccess: async () => {
      toast({ text: t(texts.linked) })
      onDone()
      await refresh()
    },
  })
}

interface KindPickProps {
  readonly kinds: readonly (readonly [key: string, kind: LinkKind])[]
  readonly kind: string
  readonly onKind: (kind: string) => void
}

function KindPick({ kinds, kind, onKind }: KindPickProps) {
  const t = useText()
  const id = useId()
  return (
    <div className="field-row is-wide">
      <label htmlFor={id}>{t(texts.linkKind)}</label>
      <select id={id} className="field-input" value={kind} onChange={(event) => onKind(event.currentTarget.value)}>
        {kinds.map(([key, { title }]) => (
          <option key={key} value={key}>
            {t(title)}
          </option>
        ))}
      </select>
    </div>
  )
}

function Buttons({ isReady, onClose }: { readonly isReady: boolean; readonly onClose: () => void }) {
  const t = useText()
  return (
    <div className="project-buttons">
      <button type="button" className="button" onClick={onClose}>
        {t(texts.cancel)}
      </button>
      <button type="submit" className="button is-primary" disabled={!isReady}>
        {t(texts.addLink)}
      </button>
    </div>
  )
}

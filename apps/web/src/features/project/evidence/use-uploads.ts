import { type AddedEvidence, addEvidence, getItem, listEvidence, listItemEvents } from '@guatu/contract'
import { useRef, useState } from 'react'
import { refresh } from '../../../api/query.ts'
import { type Upload, upload } from '../../../api/upload.ts'
import { useText } from '../../../app/language.ts'
import { toast } from '../../../ui/toast.tsx'
import { type SubjectKey, subjectQuery } from './subject.ts'
import { evidenceTexts as texts } from './texts.ts'

export interface Uploads {
  readonly sending: { readonly name: string; readonly fraction: number } | null
  readonly failures: readonly { readonly name: string; readonly error: unknown }[]
  /** Photos that say something of themselves, until somebody has taken it over or left it out. */
  readonly offers: readonly AddedEvidence[]
  add(files: FileList): void
  /** Stops the file on its way and those behind it. */
  cancel(): void
  drop(added: AddedEvidence): void
}

const saysSomething = ({ offered }: AddedEvidence) => offered.takenAt !== null || offered.place !== null
const isCancelled = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'

/** Sends files one after another, so that a slow line carries one at a time. */
export function useUploads(itemId: string, subject: SubjectKey): Uploads {
  const t = useText()
  const running = useRef<Upload<AddedEvidence> | null>(null)
  const [sending, setSending] = useState<Uploads['sending']>(null)
  const [failures, setFailures] = useState<Uploads['failures']>([])
  const [offers, setOffers] = useState<Uploads['offers']>([])

  const sendOne = async (file: File) => {
    setSending({ name: file.name, fraction: 0 })
    const input = { params: { itemId }, query: subjectQuery(subject), file }
    running.current = upload(addEvidence, input, (fraction) => setSending({ name: file.name, fraction }))
    const added = await running.current.result
    toast({ text: t(texts.kept, { name: added.evidence.fileName }) })
    if (saysSomething(added)) setOffers((known) => [...known, added])
  }
  const sendAll = async (files: readonly File[]) => {
    setFailures([])
    for (const file of files) {
      try {
        await sendOne(file)
      } catch (error) {
        if (isCancelled(error)) break
        setFailures((known) => [...known, { name: file.name, error }])
      }
    }
    running.current = null
    setSending(null)
    await refresh(listEvidence, getItem, listItemEvents)
  }
  return {
    sending,
    failures,
    offers,
    add: (files) => void sendAll([...files]),
    cancel: () => running.current?.cancel(),
    drop: (added) => setOffers((known) => known.filter((other) => other !== added)),
  }
}

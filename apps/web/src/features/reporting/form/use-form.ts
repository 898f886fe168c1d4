import { useEffect, useRef, useState } from 'react'
import type { WaitingPhoto } from '../../../offline/database.ts'
import { draftKeyOf, dropDraft, dropPhoto, keepDraft, keepPhoto, keptDraft, photosOf } from '../../../offline/drafts.ts'
import { newId } from '../../../offline/new-id.ts'
import type { Owner } from '../../../offline/owner.ts'
import { shrunk, takenAtOf } from './photo.ts'
import { type FormState, isTouched } from './state.ts'

/** What is typed is kept soon after the last key. */
const keepAfterMs = 250

export interface ReportForm {
  readonly state: FormState
  readonly photos: readonly WaitingPhoto[]
  readonly draftKey: string
  /** A draft of before was found on this device. */
  readonly isDraft: boolean
  change(next: FormState): void
  addPhotos(files: readonly File[]): Promise<void>
  removePhoto(evidenceId: string): void
  /** Gives up what was typed. */
  discard(): Promise<void>
}

interface Opening {
  readonly owner: Owner
  readonly itemId: string
  readonly month: string
  readonly first: () => FormState
}

/** The form of an item and month, with its draft on this device. Null while that is looked for. */
export function useReportForm({ owner, itemId, month, first }: Opening): ReportForm | null {
  const draftKey = draftKeyOf(owner, itemId, month)
  const [state, setState] = useState<FormState | null>(null)
  const [photos, setPhotos] = useState<readonly WaitingPhoto[]>([])
  const [isDraft, setIsDraft] = useState(false)
  const opened = useRef(first)
  useEffect(() => {
    let left = false
    void keptDraft(draftKey)
      .catch(() => undefined)
      .then(async (draft) => {
        const start = (draft?.state as FormState | undefined) ?? opened.current()
        const taken = await photosOf(start.reportId).catch(() => [])
        if (left) return
        setState(start)
        setPhotos(taken)
        setIsDraft(draft !== undefined)
      })
    return () => {
      left = true
    }
  }, [draftKey])
  useEffect(() => {
    if (!state || !(isTouched(state) || photos.length > 0)) return
    const draft = { key: draftKey, owner, reportId: state.reportId, state }
    const timer = setTimeout(() => void keepDraft(draft).catch(() => undefined), keepAfterMs)
    return () => clearTimeout(timer)
  }, [state, photos, draftKey, owner])
  if (!state) return null
  const addPhotos = async (files: readonly File[]) => {
    for (const taken of files) {
      const { file, fileName } = await shrunk(taken)
      const photo: WaitingPhoto = {
        ...{ evidenceId: newId(Date.now()), owner, reportId: state.reportId, itemId, nodeKey: state.nodeKey },
        ...{ file, fileName, takenAt: takenAtOf(taken, Date.now()), place: null, kept: false },
      }
      await keepPhoto(photo)
      setPhotos((known) => [...known, photo])
    }
  }
  const removePhoto = (evidenceId: string) => {
    void dropPhoto(evidenceId)
    setPhotos((known) => known.filter((photo) => photo.evidenceId !== evidenceId))
  }
  const discard = async () => {
    // First the form, so that nothing which is still to be kept comes back as a draft.
    setState(opened.current())
    setPhotos([])
    setIsDraft(false)
    await dropDraft({ key: draftKey, reportId: state.reportId })
  }
  return { state, photos, draftKey, isDraft, change: setState, addPhotos, removePhoto, discard }
}

import { addEvidence } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { useState } from 'react'
import { useSession } from '../../api/session.tsx'
import { upload } from '../../api/upload.ts'
import { useText } from '../../app/language.ts'
import { ItemDialog } from '../../forms/item-dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { patrolTexts as texts } from './texts.ts'

interface RecordProps {
  readonly playbook: Playbook
  readonly onClose: () => void
}

/** What the gate into the stage asks for, and what the move there offers beside it. */
function askedBy({ gates, moves, stages, fields }: Playbook, stage: string) {
  const needed = gates
    .filter(({ to }) => to === stage)
    .flatMap(({ needs }) => needs.flatMap((need) => (need.kind === 'field' && !need.when ? need.field : [])))
  const offered = moves.find((move) => move.to === stage && move.from === stages[0]?.key)?.asks ?? []
  const required = Object.keys(fields).filter((key) => fields[key]?.required)
  return { needed, fields: [...new Set([...required, ...needed, ...offered])] }
}

/** A visit that was just made: where, what was seen, what was promised, with photos. One form, one minute. */
export function RecordDialog({ playbook, onClose }: RecordProps) {
  const t = useText()
  const { me, today } = useSession()
  const [photos, setPhotos] = useState<readonly File[]>([])
  const made = playbook.stages.find(({ reaches }) => reaches === 'finish')?.key ?? playbook.stages[0]!.key
  const asked = askedBy(playbook, made)
  const preset: Record<string, unknown> = { title: t(texts.defaultTitle), visitedOn: { date: today, precision: 'day' } }
  if (me?.posts.some(({ role }) => role === 'leader')) preset.visitor = me.personId
  const send = async (itemId: string) => {
    const results = await Promise.allSettled(
      photos.map((file) => upload(addEvidence, { params: { itemId }, query: {}, file }, () => {}).result),
    )
    const failed = results.filter(({ status }) => status === 'rejected').length
    toast(failed > 0 ? { text: t(texts.photosFailed, { count: failed }), tone: 'failed' } : { text: t(texts.kept) })
  }
  return (
    <ItemDialog
      playbook={playbook}
      title={t(texts.record)}
      act={t(texts.keep)}
      fields={asked.fields}
      needed={asked.needed}
      preset={Object.fromEntries(Object.entries(preset).filter(([key]) => key in playbook.fields))}
      stage={made}
      onMade={send}
      onClose={onClose}
    >
      <label className="patrol-photos">
        <span>{t(texts.photos)}</span>
        <input
          type="file"
          accept="image/*"
          multiple
          onChange={(event) => setPhotos([...(event.currentTarget.files ?? [])])}
        />
        {photos.length > 0 ? <small>{t(texts.photosChosen, { count: photos.length })}</small> : null}
      </label>
    </ItemDialog>
  )
}

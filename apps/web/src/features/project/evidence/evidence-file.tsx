import { type EvidenceReply, evidenceKinds, getEvidenceFile, getEvidenceImage, shownKinds } from '@guatu/contract'
import { useState } from 'react'
import { addressOf } from '../../../api/call.ts'
import { useText } from '../../../app/language.ts'
import { FileForm } from './file-form.tsx'
import { evidenceTexts as texts } from './texts.ts'
import { useMoment } from './use-moment.ts'

const isShown = ({ kind }: EvidenceReply) => (shownKinds as readonly string[]).includes(kind)
const sizeText = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** One file: its picture or kind, its name to save it by, who kept it when, and what was said about it. */
export function EvidenceFile({ file, changes }: { readonly file: EvidenceReply; readonly changes: boolean }) {
  const t = useText()
  const moment = useMoment()
  const [form, setForm] = useState<'describe' | 'withdraw' | null>(null)
  const { fileName, bytes, addedBy, addedAt, takenAt, place, note, withdrawn } = file
  const href = addressOf(getEvidenceFile, { params: { evidenceId: file.evidenceId } })
  const said = [takenAt ? t(texts.taken, { when: moment(takenAt) }) : '', place ?? '', note ?? ''].filter(Boolean)
  const name = (
    <a href={href} download aria-label={t(texts.download, { name: fileName })}>
      {fileName}
    </a>
  )
  return (
    <li className={withdrawn ? 'is-withdrawn' : ''}>
      <Picture file={file} />
      <div>
        {withdrawn ? <s>{name}</s> : name}
        <p className="project-muted">
          {sizeText(bytes)} · {addedBy} {moment(addedAt)} ·{' '}
          <span title={file.sha256}>SHA-256 {file.sha256.slice(0, 8)}</span>
        </p>
        {said.length > 0 ? <p>{said.join(' · ')}</p> : null}
        {withdrawn ? (
          <p className="evidence-withdrawn">
            {t(texts.withdrawn, { reason: withdrawn.reason, who: withdrawn.by, day: moment(withdrawn.at) })}
          </p>
        ) : null}
        {form ? <FileForm key={form} file={file} form={form} onClose={() => setForm(null)} /> : null}
      </div>
      {changes && !withdrawn && !form ? (
        <span className="evidence-buttons no-print">
          <button type="button" className="button" onClick={() => setForm('describe')}>
            {t(texts.describe)}
          </button>
          <button type="button" className="button" onClick={() => setForm('withdraw')}>
            {t(texts.withdraw)}
          </button>
        </span>
      ) : null}
    </li>
  )
}

function Picture({ file }: { readonly file: EvidenceReply }) {
  const t = useText()
  if (!isShown(file)) return <span className="evidence-kind">{evidenceKinds[file.kind].endings[0]}</span>
  const address = addressOf(getEvidenceImage, { params: { evidenceId: file.evidenceId } })
  return (
    <a href={address} target="_blank" rel="noreferrer">
      <img src={address} alt={t(texts.preview, { name: file.fileName })} loading="lazy" />
    </a>
  )
}

import { type EvidenceList, evidenceKinds } from '@guatu/contract'
import { useRef, useState } from 'react'
import { messageOf, RefusedError } from '../../../api/refused.ts'
import { useText } from '../../../app/language.ts'
import { useViewState } from '../../../app/search.ts'
import { Offer } from './offer.tsx'
import type { Subject, SubjectKey } from './subject.ts'
import { evidenceTexts as texts } from './texts.ts'
import { type Uploads, useUploads } from './use-uploads.ts'

const endings = Object.values(evidenceKinds).flatMap((kind) => kind.endings)
const shown = Object.values(evidenceKinds).map((kind) => kind.endings[0])
const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)

interface UploadBoxProps {
  readonly itemId: string
  readonly list: EvidenceList
  readonly subjects: readonly Subject[]
  readonly chosen: SubjectKey
}

/** Takes files by button, by dropping and, on a phone, straight from the camera. */
export function UploadBox({ itemId, list, subjects, chosen }: UploadBoxProps) {
  const t = useText()
  const [over, setOver] = useState(false)
  const [, changeView] = useViewState()
  const uploads = useUploads(itemId, chosen)
  const { usedBytes, limits } = list
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the buttons inside do the same
    <div
      className={`evidence-drop no-print ${over ? 'is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        uploads.add(event.dataTransfer.files)
      }}
    >
      <label>
        {t(texts.subject)}
        <select
          value={chosen}
          onChange={(event) => void changeView({ subject: event.currentTarget.value }, { replace: true })}
        >
          {subjects.map(({ key, title }) => (
            <option key={key} value={key}>
              {t(title)}
            </option>
          ))}
        </select>
      </label>
      <span className="evidence-drop-hint">{t(texts.drop)}</span>
      <FileButton label={t(texts.choose)} accept={endings.map((ending) => `.${ending}`).join()} onFiles={uploads.add} />
      <FileButton label={t(texts.camera)} accept="image/*" camera onFiles={uploads.add} />
      <p className="project-muted">
        {t(texts.limits, {
          kinds: shown.join(' '),
          file: megabytes(limits.fileBytes),
          used: megabytes(usedBytes),
          all: megabytes(limits.itemBytes),
        })}
      </p>
      <Progress uploads={uploads} />
    </div>
  )
}

/** What a refusal lists, or the one sentence for anything else. */
const reasonsOf = (error: unknown) =>
  error instanceof RefusedError && error.reply.refusals.length > 0
    ? error.reply.refusals.map(({ message }) => message)
    : [messageOf(error)]

function Progress({ uploads }: { readonly uploads: Uploads }) {
  const t = useText()
  const { sending, failures, offers } = uploads
  return (
    <>
      {sending ? (
        <div className="evidence-progress" role="status">
          <span>{t(texts.sending, { name: sending.name })}</span>
          <progress value={sending.fraction} max={1} aria-label={sending.name} />
          <button type="button" className="button" onClick={uploads.cancel}>
            {t(texts.cancel)}
          </button>
        </div>
      ) : null}
      {failures.map(({ name, error }) => (
        <p key={name} className="evidence-failure" role="alert">
          <strong>{name}</strong>{' '}
          {reasonsOf(error)
            .map((text) => t(text))
            .join(' ')}
        </p>
      ))}
      {offers.map((added) => (
        <Offer key={added.evidence.evidenceId} added={added} onDone={() => uploads.drop(added)} />
      ))}
    </>
  )
}

interface FileButtonProps {
  readonly label: string
  readonly accept: string
  /** Opens the back camera where there is one. */
  readonly camera?: boolean
  readonly onFiles: (files: FileList) => void
}

function FileButton({ label, accept, camera, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        className={`button ${camera ? 'is-camera' : 'is-primary'}`}
        onClick={() => input.current?.click()}
      >
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!camera}
        accept={accept}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          if (event.currentTarget.files) onFiles(event.currentTarget.files)
          // The same file may be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

import { useEffect, useMemo, useRef, useState } from 'react'
import { useLanguage, useText } from '../../../app/language.ts'
import type { WaitingPhoto } from '../../../offline/database.ts'
import { instantText } from '../../../ui/format.ts'
import { reportingTexts as texts } from '../texts.ts'

interface PhotosProps {
  readonly photos: readonly WaitingPhoto[]
  readonly onAdd: (files: readonly File[]) => Promise<void>
  readonly onRemove: (evidenceId: string) => void
}

/** The camera first; photos stay on the device until the report goes out. */
export function PhotosPart({ photos, onAdd, onRemove }: PhotosProps) {
  const t = useText()
  const [failed, setFailed] = useState(false)
  const add = (files: readonly File[]) => {
    setFailed(false)
    void onAdd(files).catch(() => setFailed(true))
  }
  return (
    <fieldset className="rep-part">
      <legend>{t(texts.photos)}</legend>
      <div className="rep-photo-buttons">
        <PhotoButton label={t(texts.takePhoto)} camera onFiles={add} />
        <PhotoButton label={t(texts.choosePhoto)} onFiles={add} />
      </div>
      {failed ? <p className="rep-need">{t(texts.photoFailed)}</p> : null}
      <ul className="rep-photos">
        {photos.map((photo) => (
          <Photo key={photo.evidenceId} photo={photo} onRemove={onRemove} />
        ))}
      </ul>
    </fieldset>
  )
}

interface ButtonProps {
  readonly label: string
  readonly camera?: boolean
  readonly onFiles: (files: readonly File[]) => void
}

function PhotoButton({ label, camera, onFiles }: ButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className={camera ? 'button is-primary' : 'button'} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept="image/*"
        multiple={!camera}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

function Photo({ photo, onRemove }: { readonly photo: WaitingPhoto; readonly onRemove: (evidenceId: string) => void }) {
  const t = useText()
  const language = useLanguage()
  const address = useMemo(() => URL.createObjectURL(photo.file), [photo.file])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return (
    <li>
      <img src={address} alt={photo.fileName} />
      <span>{photo.takenAt ? t(texts.photoTime, { time: instantText(photo.takenAt, language) }) : photo.fileName}</span>
      <button
        type="button"
        aria-label={`${t(texts.removePhoto)} ${photo.fileName}`}
        onClick={() => onRemove(photo.evidenceId)}
      >
        ✕
      </button>
    </li>
  )
}

import { cancelImport, getImport, getTemplateFile, type ImportState } from '@guatu/contract'
import { useState } from 'react'
import { addressOf, call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useSession } from '../../api/session.tsx'
import type { Upload } from '../../api/upload.ts'
import { useText } from '../../app/language.ts'
import { useLists } from '../../app/lists.ts'
import { useViewState } from '../../app/search.ts'
import { ErrorState } from '../../ui/states.tsx'
import { DropZone } from './drop-zone.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { isSettled } from './steps.ts'
import { texts } from './texts.ts'
import { upload } from './upload.ts'

interface FileStepProps {
  readonly playbook: string
  readonly state: ImportState | undefined
  readonly onRestart: () => void
}

export function FileStep({ playbook, state, onRestart }: FileStepProps) {
  const t = useText()
  const session = useSession()
  const [{ list }] = useViewState()
  const sending = useUpload(list)
  if (sending.running) {
    return (
      <ProgressBar
        label={t(texts.sending)}
        fraction={sending.fraction}
        cancel={{ label: t(texts.cancel), run: sending.running.cancel }}
      />
    )
  }
  if (state && !isSettled(state.progress.phase)) return <Working state={state} />
  return (
    <div className="import-file-step">
      {state?.refusal ? (
        <div className="import-refusal" role="alert">
          <strong>{state.fileName}</strong>
          <p>{t(state.refusal.message)}</p>
        </div>
      ) : null}
      {sending.error ? <ErrorState error={sending.error} /> : null}
      {session.demonstration ? <p className="import-alert">{t(texts.demonstration)}</p> : null}
      <ListOfFile />
      <DropZone onFile={sending.start} />
      <p className="import-note">{t(texts.accepts)}</p>
      <p className="import-note">
        {t(texts.nothingWritten)}{' '}
        <a href={addressOf(getTemplateFile, { query: { playbook: list ?? playbook } })}>{t(texts.template)}</a>
      </p>
      {state ? (
        <button type="button" className="button" onClick={onRestart}>
          {t(texts.retry)}
        </button>
      ) : null}
    </div>
  )
}

function Working({ state }: { readonly state: ImportState }) {
  const t = useText()
  const { phase, fraction, secondsLeft } = state.progress
  const stop = async () => {
    await call(cancelImport, { params: { importId: state.importId } })
    await refresh(getImport)
  }
  return (
    <ProgressBar
      label={`${state.fileName} · ${t(texts.phases[phase])}`}
      fraction={fraction}
      {...(secondsLeft === null ? {} : { note: t(texts.secondsLeft, { seconds: Math.ceil(secondsLeft) }) })}
      cancel={{ label: t(texts.cancel), run: () => void stop() }}
    />
  )
}

/** Which list the file is for; unless one says so, its headers do. */
function ListOfFile() {
  const t = useText()
  const lists = useLists()
  const [{ list }, changeView] = useViewState()
  if (lists.length < 2) return null
  return (
    <label className="import-sheet">
      {t(texts.list)}
      <select
        value={list ?? ''}
        onChange={(event) => void changeView({ list: event.currentTarget.value || undefined }, { replace: true })}
      >
        <option value="">{t(texts.listByHeader)}</option>
        {lists.map(({ key, title }) => (
          <option key={key} value={key}>
            {t(title)}
          </option>
        ))}
      </select>
    </label>
  )
}

function useUpload(playbook: string | undefined) {
  const [, changeView] = useViewState()
  const [running, setRunning] = useState<Upload<ImportState> | null>(null)
  const [fraction, setFraction] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const start = async (file: File) => {
    const sent = upload(playbook, file, setFraction)
    setError(null)
    setRunning(sent)
    try {
      const { importId } = await sent.result
      await changeView({ import: importId, step: undefined })
    } catch (reason) {
      if (!(reason instanceof DOMException)) setError(reason)
    } finally {
      setRunning(null)
      setFraction(0)
    }
  }
  return { running, fraction, error, start: (file: File) => void start(file) }
}

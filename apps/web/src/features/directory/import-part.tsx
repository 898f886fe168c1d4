import {
  checkDirectoryFile,
  type DirectoryDifference,
  getDirectory,
  getDirectoryTemplate,
  getSession,
  importDirectoryFile,
} from '@guatu/contract'
import { useRef, useState } from 'react'
import { addressOf, call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { Section } from '../../ui/section.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { changeTitles, importTexts as texts } from './import-texts.ts'

/** The file that was handed in, what it would change, or why it could not be read. */
interface Handed {
  readonly file: File
  readonly difference: DirectoryDifference | null
  readonly error: unknown
}

/** Hand in, look at the differences, write: the file is read anew when it is written, and refused if it would change otherwise. */
export function ImportPart() {
  const t = useText()
  const [, change] = useViewState()
  const [handed, setHanded] = useState<Handed | null>(null)
  const check = async (file: File) => {
    setHanded({ file, difference: null, error: null })
    try {
      setHanded({ file, difference: await call(checkDirectoryFile, { file }), error: null })
    } catch (error) {
      setHanded({ file, difference: null, error })
    }
  }
  const write = async ({ file, difference }: Handed) => {
    if (!difference) return
    try {
      await call(importDirectoryFile, { file, query: { digest: difference.digest } })
      toast({ text: t(texts.written, { count: difference.changes.length }) })
      await refresh(getDirectory, getSession)
      await change({ tab: undefined })
    } catch (error) {
      setHanded({ file, difference: null, error })
    }
  }
  return (
    <section className="directory-import">
      <header>
        <h2>{t(texts.sentence)}</h2>
        <p className="directory-muted">{t(texts.hint)}</p>
        <div className="directory-acts">
          <FileButton title={t(handed ? texts.another : texts.choose)} onFile={(file) => void check(file)} />
          <a className="button" href={addressOf(getDirectoryTemplate, {})}>
            {t(texts.template)}
          </a>
        </div>
      </header>
      {handed?.error ? <ErrorState error={handed.error} onRetry={() => void check(handed.file)} /> : null}
      {handed && !handed.difference && !handed.error ? (
        <Skeleton label={t(texts.reading, { name: handed.file.name })} lines={6} />
      ) : null}
      {handed?.difference ? <Difference difference={handed.difference} onWrite={() => void write(handed)} /> : null}
    </section>
  )
}

function FileButton({ title, onFile }: { readonly title: string; readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className="button is-primary" onClick={() => input.current?.click()}>
        {title}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) onFile(file)
          // The same file may be chosen again after it has been mended.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

function Difference({
  difference,
  onWrite,
}: {
  readonly difference: DirectoryDifference
  readonly onWrite: () => void
}) {
  const t = useText()
  const { fileName, rows, changes, unchanged, errors, warnings, leftOut } = difference
  const count = changes.length
  return (
    <>
      <p className="directory-import-sentence" role="status">
        {t(texts.ready, { name: fileName, rows, changes: count, unchanged })}
      </p>
      {leftOut.posts > 0 ? <p className="directory-muted">{t(texts.leftPosts, { count: leftOut.posts })}</p> : null}
      {leftOut.directory > 0 ? (
        <p className="directory-muted">{t(texts.leftDirectory, { count: leftOut.directory })}</p>
      ) : null}
      {errors.length > 0 ? (
        <Section title={t(texts.errors, { count: errors.length })}>
          <Remarks remarks={errors} />
        </Section>
      ) : null}
      {count > 0 && errors.length === 0 ? (
        <button type="button" className="button is-primary" onClick={onWrite}>
          {t(texts.write, { count })}
        </button>
      ) : null}
      {count > 0 ? (
        <Section title={t(texts.changes)} aside={count}>
          <Changes changes={changes} />
        </Section>
      ) : errors.length === 0 ? (
        <p>{t(texts.nothingNew)}</p>
      ) : null}
      {warnings.length > 0 ? (
        <Section title={t(texts.warnings, { count: warnings.length })}>
          <Remarks remarks={warnings} />
        </Section>
      ) : null}
    </>
  )
}

function Remarks({ remarks }: { readonly remarks: DirectoryDifference['errors'] }) {
  const t = useText()
  return (
    <table className="directory-table">
      <thead>
        <tr>
          <th scope="col">{t(texts.place)}</th>
          <th scope="col">{t(texts.value)}</th>
          <th scope="col">{t(texts.problem)}</th>
        </tr>
      </thead>
      <tbody>
        {remarks.map(({ row, column, value, message, accepted }) => (
          <tr key={`${column}${row}${message}`}>
            <th scope="row">{`${column ?? ''}${row}`}</th>
            <td>{value}</td>
            <td>
              {message}
              {accepted ? <small>{t(texts.accepted, { list: accepted.join('、') })}</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Changes({ changes }: { readonly changes: DirectoryDifference['changes'] }) {
  const t = useText()
  return (
    <table className="directory-table">
      <thead>
        <tr>
          <th scope="col">{t(texts.row)}</th>
          <th scope="col">{t(texts.what)}</th>
          <th scope="col">{t(texts.name)}</th>
          <th scope="col">{t(texts.cells)}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ row, kind, name, cells }) => (
          <tr key={`${row}${kind}${name}`}>
            <th scope="row">{row}</th>
            <td>{t(changeTitles[kind])}</td>
            <td>{name}</td>
            <td>
              {cells.map(({ label, before, after }) => (
                <span key={label} className="directory-cell">
                  {label} {before || t(texts.empty)} → {after || t(texts.empty)}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

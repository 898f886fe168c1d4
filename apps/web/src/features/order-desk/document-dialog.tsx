import { type DocumentReply, getDocument, getDocumentPdf, getDocumentWord } from '@guatu/contract'
import { useEffect, useRef } from 'react'
import { addressOf } from '../../api/call.ts'
import { useRoute } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { dayText } from '../../ui/format.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { deskTexts as texts } from './texts.ts'

interface DialogProps {
  readonly itemId: string
  readonly document: string
  readonly onClose: () => void
}

/** The document as it reads, on a sheet, and its files. */
export function DocumentDialog({ itemId, document, onClose }: DialogProps) {
  const t = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const params = { itemId, document }
  const { data, error } = useRoute(getDocument, { params })
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="paper-dialog" aria-label={t(texts.document)} onClose={onClose}>
      {error ? (
        <ErrorState error={error} />
      ) : data ? (
        <Sheet document={data.document} />
      ) : (
        <Skeleton label={t(texts.loading)} lines={8} />
      )}
      <div className="item-dialog-buttons">
        <button type="button" className="button" onClick={onClose}>
          {t(texts.close)}
        </button>
        {data ? (
          <>
            <a className="button" href={addressOf(getDocumentWord, { params })} download>
              {t(texts.word)}
            </a>
            <a className="button is-primary" href={addressOf(getDocumentPdf, { params })} download>
              {t(texts.pdf)}
            </a>
          </>
        ) : null}
      </div>
    </dialog>
  )
}

const zhDay = (day: string) => dayText(day, { language: 'zh', year: 'always' })

/** An official document is Chinese whatever the language of the screen. */
function Sheet({ document }: { readonly document: DocumentReply }) {
  const t = useText()
  const { mark, number, urgency, title, recipient, paragraphs, signature, date, note, copies, printed } = document
  return (
    <article className="paper" lang="zh-CN">
      {urgency ? <p className="paper-urgency">{urgency}</p> : null}
      <p className="paper-mark">{mark}</p>
      <p className="paper-number">{number ?? t(texts.noNumber)}</p>
      <h2>{title}</h2>
      {recipient ? <p>{recipient}：</p> : null}
      {paragraphs.map((spans, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place
        <p key={at} className="paper-text">
          {spans.map(({ face, text }) => (
            <span key={face + text} className={`is-${face}`}>
              {text}
            </span>
          ))}
        </p>
      ))}
      <p className="paper-signature">
        {signature}
        <br />
        {date ? zhDay(date) : t(texts.undated)}
      </p>
      {note ? <p className="paper-text">（{note}）</p> : null}
      {printed ? (
        <footer>
          {copies.length > 0 ? <p>{t(texts.copies, { list: copies.join('，') })}</p> : null}
          <p>
            <span>{printed.by}</span>
            <span>{t(texts.printed, { date: zhDay(printed.on) })}</span>
          </p>
        </footer>
      ) : null}
    </article>
  )
}

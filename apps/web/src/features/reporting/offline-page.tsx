import { useEffect, useState } from 'react'
import { useLanguage, useText } from '../../app/language.ts'
import type { KeptDue } from '../../offline/database.ts'
import { lastDue } from '../../offline/drafts.ts'
import { useSendingOf } from '../../offline/use-waiting.ts'
import { instantText } from '../../ui/format.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Toasts } from '../../ui/toast.tsx'
import { Reporting } from './reporting.tsx'
import { reportingTexts as texts } from './texts.ts'
import './reporting.css'

/** Opened without network: the list that the last person on this device had, and nothing else of anybody. */
export default function OfflineReporting() {
  const t = useText()
  const [kept, setKept] = useState<KeptDue | null | undefined>()
  useEffect(() => {
    void lastDue().then(
      (found) => setKept(found ?? null),
      () => setKept(null),
    )
  }, [])
  if (kept === undefined) return null
  if (kept === null) return <EmptyState title={t(texts.offlineNothing)} hint={t(texts.offlineNothingHint)} />
  return <Kept kept={kept} />
}

function Kept({ kept }: { readonly kept: KeptDue }) {
  const t = useText()
  const language = useLanguage()
  useSendingOf(kept.owner)
  return (
    <>
      <p className="rep-offline" role="status">
        <strong>{t(texts.offlineTitle)}</strong>
        {t(texts.offlineFor, { name: kept.name, time: instantText(kept.keptAt, language) })}
      </p>
      <Reporting due={kept.reply} owner={kept.owner} />
      <Toasts />
    </>
  )
}

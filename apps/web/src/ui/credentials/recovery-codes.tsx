import { useText } from '../../app/language.ts'
import { CopyButton } from './copy-button.tsx'
import { credentialTexts } from './texts.ts'
import './credentials.css'

/** Recovery codes to print or copy; they are shown once. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const t = useText()
  return (
    <section className="recovery" aria-label={t(credentialTexts.recoveryTitle)}>
      <h2>{t(credentialTexts.recoveryTitle)}</h2>
      <p>{t(credentialTexts.recoveryLead)}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="recovery-buttons no-print">
        <CopyButton text={codes.join('\n')} />
        <button type="button" className="button" onClick={() => print()}>
          {t(credentialTexts.print)}
        </button>
      </div>
    </section>
  )
}

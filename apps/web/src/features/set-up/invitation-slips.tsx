import type { SetUpReply } from '@guatu/contract'
import { useLanguage, useText } from '../../app/language.ts'
import { CopyButton } from '../../ui/credentials/copy-button.tsx'
import { QrCode } from '../../ui/credentials/qr-code.tsx'
import { Entrance } from '../../ui/entrance/entrance.tsx'
import { instantText } from '../../ui/format.ts'
import { setUpTexts as texts } from './texts.ts'
import '../../ui/credentials/credentials.css'

interface SlipsProps {
  readonly reply: SetUpReply
  readonly district: { readonly shortName: string } | null
}

/** The three links, each on a slip of its own to hand over; they are shown once. */
export function InvitationSlips({ reply, district }: SlipsProps) {
  const t = useText()
  const language = useLanguage()
  const until = instantText(reply.invitations[0]?.expiresAt ?? '', language)
  return (
    <Entrance title={t(texts.doneTitle)} lead={t(texts.doneLead, { until })} district={district} wide>
      <ul className="slips">
        {reply.invitations.map(({ role, name, link }) => (
          <li key={role}>
            <div className="slip-words">
              <h2>
                {name} <span>{t(texts[role])}</span>
              </h2>
              <p>{t(texts[`${role}Does`])}</p>
              <code className="secret-text">{link}</code>
              <span className="no-print">
                <CopyButton text={link} label={t(texts.copyLink)} />
              </span>
            </div>
            <QrCode text={link} label={`${t(texts[role])} ${name}`} />
          </li>
        ))}
      </ul>
      <div className="slips-buttons no-print">
        <button type="button" className="button" onClick={() => print()}>
          {t(texts.print)}
        </button>
        <a className="button is-primary" href="/sign-in">
          {t(texts.toSignIn)}
        </a>
      </div>
    </Entrance>
  )
}

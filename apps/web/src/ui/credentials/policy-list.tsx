import { useText } from '../../app/language.ts'
import { type PasswordRules, passwordChecks } from './password-rules.ts'
import { credentialTexts as texts } from './texts.ts'
import './credentials.css'

interface PolicyListProps {
  readonly password: string
  readonly userName: string
  readonly rules: PasswordRules
}

/** Every rule with its state, while the password is typed. */
export function PolicyList({ password, userName, rules }: PolicyListProps) {
  const t = useText()
  const checks = passwordChecks(password, userName, rules)
  const lines = [
    [checks.length, t(texts.ruleLength, { count: rules.minLength })],
    [checks.kinds, t(texts.ruleKinds, { count: rules.minKinds })],
    [checks.userName, t(texts.ruleUserName)],
  ] as const
  return (
    <ul className="policy">
      {lines.map(([met, text]) => (
        <li key={text} className={met ? 'is-met' : ''}>
          <span className="policy-mark" aria-hidden="true">
            {met ? '✓' : '·'}
          </span>
          <span>
            {text}
            <span className="aside-text">{t(met ? texts.met : texts.unmet)}</span>
          </span>
        </li>
      ))}
      <li>
        <span className="policy-mark" aria-hidden="true">
          ·
        </span>
        <span>{t(texts.ruleServer, { count: rules.historyLength })}</span>
      </li>
    </ul>
  )
}

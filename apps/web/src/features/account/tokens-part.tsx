import { actions } from '@guatu/access'
import { type Account, listTokens, revokeToken, type Tokens } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { dayOfInstant, dayText, instantText } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { accountTexts as texts } from './texts.ts'
import { TokenForm } from './token-form.tsx'
import { type TokenState, tokenState } from './token-state.ts'

export function TokensPart({ account }: { readonly account: Account }) {
  const t = useText()
  const found = useRoute(listTokens, {})
  const [creating, setCreating] = useState(false)
  const revoking = useMutation({
    mutationFn: ({ tokenId }: Tokens[number]) => call(revokeToken, { params: { tokenId } }),
    onSuccess: (_done, { name }) => toast({ text: t(texts.revoked, { name }) }),
    onSettled: () => refresh(listTokens),
  })
  const tokens = found.data?.tokens ?? []
  const administrator = account.secondFactor.required
  return (
    <Section title={t(texts.tokens)} aside={t(texts.tokensHint)}>
      {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data && tokens.length === 0 && !creating ? (
        <p className="account-note">{t(administrator ? texts.administratorTokens : texts.noTokens)}</p>
      ) : null}
      <ul className="account-lines">
        {tokens.map((token) => (
          <TokenLine key={token.tokenId} token={token} onRevoke={() => revoking.mutate(token)} />
        ))}
      </ul>
      <FormRefusal error={revoking.error} />
      {creating ? (
        <TokenForm account={account} onClose={() => setCreating(false)} />
      ) : account.actions.length > 0 && !administrator ? (
        <button type="button" className="button" onClick={() => setCreating(true)}>
          {t(texts.newToken)}
        </button>
      ) : null}
    </Section>
  )
}

const stateTexts: Readonly<Record<Exclude<TokenState, 'open'>, keyof typeof texts>> = {
  revoked: 'tokenRevoked',
  expired: 'tokenExpired',
}

function TokenLine({ token, onRevoke }: { readonly token: Tokens[number]; readonly onRevoke: () => void }) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const state = tokenState(token, today)
  const until = dayText(dayOfInstant(token.expiresAt), { language, today })
  return (
    <li className={state === 'open' ? '' : 'is-over'}>
      <span className="account-role">{token.name}</span>
      <span>
        {token.actions.map((action) => t(actions[action])).join(language === 'zh' ? '、' : ', ')}
        <span className="account-note">
          {'　'}
          {token.post ? `${token.post} · ` : null}
          {t(texts.tokenUntil, { day: until })} ·{' '}
          {token.lastUsedAt
            ? t(texts.tokenUsed, { at: instantText(token.lastUsedAt, language) })
            : t(texts.tokenUnused)}
        </span>
      </span>
      {state === 'open' ? (
        <button type="button" className="button" onClick={onRevoke}>
          {t(texts.revoke)}
        </button>
      ) : (
        <span className="account-note">{t(texts[stateTexts[state]])}</span>
      )}
    </li>
  )
}

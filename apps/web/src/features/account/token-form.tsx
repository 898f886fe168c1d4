import { type Action, actions } from '@guatu/access'
import { type Account, createToken, listTokens } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { CopyButton } from '../../ui/credentials/copy-button.tsx'
import { TextField } from '../../ui/credentials/text-field.tsx'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { accountTexts as texts } from './texts.ts'
import { expiryChoices } from './token-state.ts'
import '../../ui/credentials/credentials.css'

interface TokenFormProps {
  readonly account: Account
  readonly onClose: () => void
}

/** A token narrows what the person may do to the chosen actions; it is shown once, in the form's place. */
export function TokenForm({ account, onClose }: TokenFormProps) {
  const t = useText()
  const { today } = useSession()
  const days = expiryChoices(today)
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly Action[]>([])
  const [expiresOn, setExpiresOn] = useState(days.usual)
  const sending = useMutation({
    mutationFn: () => call(createToken, { body: { name: name.trim(), actions: [...chosen], expiresOn } }),
    onSuccess: () => refresh(listTokens),
  })
  if (sending.data) return <Shown token={sending.data.token} onClose={onClose} />
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault()
        sending.mutate()
      }}
    >
      <TextField
        label={t(texts.tokenName)}
        value={name}
        onValue={setName}
        maxLength={60}
        autoFocus
        note={<span>{t(texts.tokenNameHint)}</span>}
      />
      <Choices offered={account.actions} chosen={chosen} onChosen={setChosen} />
      <label className="token-until">
        {t(texts.tokenExpires)}
        <input
          type="date"
          className="field-input"
          value={expiresOn}
          min={days.least}
          max={days.most}
          onChange={(event) => setExpiresOn(event.target.value)}
        />
      </label>
      <FormRefusal error={sending.error} />
      <div className="account-buttons">
        <button
          type="submit"
          className="button is-primary"
          disabled={name.trim() === '' || chosen.length === 0 || expiresOn === '' || sending.isPending}
        >
          {t(texts.createToken)}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t(texts.cancel)}
        </button>
      </div>
    </form>
  )
}

interface ChoicesProps {
  readonly offered: readonly Action[]
  readonly chosen: readonly Action[]
  readonly onChosen: (chosen: readonly Action[]) => void
}

function Choices({ offered, chosen, onChosen }: ChoicesProps) {
  const t = useText()
  const toggle = (action: Action) =>
    onChosen(chosen.includes(action) ? chosen.filter((entry) => entry !== action) : [...chosen, action])
  return (
    <fieldset className="token-actions">
      <legend>{t(texts.tokenActions)}</legend>
      {offered.map((action) => (
        <label key={action}>
          <input type="checkbox" checked={chosen.includes(action)} onChange={() => toggle(action)} />
          {t(actions[action])}
        </label>
      ))}
    </fieldset>
  )
}

function Shown({ token, onClose }: { readonly token: string; readonly onClose: () => void }) {
  const t = useText()
  return (
    <div className="account-form" role="status">
      <p>{t(texts.tokenShown)}</p>
      <code className="secret-text">{token}</code>
      <p className="account-note">{t(texts.tokenUse)}</p>
      <div className="account-buttons">
        <CopyButton text={token} />
        <button type="button" className="button" onClick={onClose}>
          {t(texts.close)}
        </button>
      </div>
    </div>
  )
}

import { itemActions } from '@guatu/access'
import { getItemSecrets, type ItemSecrets } from '@guatu/contract'
import type { Field, Playbook, SecretClass } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../api/call.ts'
import { useText } from '../../app/language.ts'
import { ErrorState } from '../../ui/states.tsx'
import { secretTexts } from './secret-texts.ts'

/** What is shown of an item's secret fields; absent until somebody asks for them, since the asking goes on record. */
export interface ShownSecrets {
  readonly secrets: ItemSecrets | undefined
  readonly show: () => void
  readonly hide: () => void
  readonly isPending: boolean
  readonly error: Error | null
}

/** Secrets are never kept in the query cache: they are gone when the page is left or reads the item anew. */
export function useSecrets(itemId: string): ShownSecrets {
  const asked = useMutation({ mutationFn: () => call(getItemSecrets, { params: { itemId } }), gcTime: 0 })
  return {
    secrets: asked.data,
    show: () => asked.mutate(),
    hide: asked.reset,
    isPending: asked.isPending,
    error: asked.error,
  }
}

/** Whether the list keeps anything apart that the reader may ask for. */
export const isSecret = (playbook: Playbook, maySee: (secret: SecretClass) => boolean): boolean =>
  Object.values(playbook.fields).some(({ secret }) => secret !== undefined && maySee(secret))

/** Whether a form may take a field: a secret one only by whoever has seen it and may. */
export const isOpen = ({ secret }: Field, secrets: ItemSecrets | undefined): boolean =>
  secret === undefined || secrets?.classes.includes(secret) === true

export function SecretsBar({ shown, count }: { readonly shown: ShownSecrets; readonly count: number }) {
  const t = useText()
  const { secrets, show, hide, isPending, error } = shown
  return (
    <div className="secrets-bar no-print">
      <span className="project-muted">{t(secretTexts.sentence, { count })}</span>
      {secrets ? (
        <button type="button" className="button" onClick={hide}>
          {t(secretTexts.hide)}
        </button>
      ) : (
        <button type="button" className="button" disabled={isPending} onClick={show}>
          {t(secretTexts.show)}
        </button>
      )}
      {error ? <ErrorState error={error} /> : null}
    </div>
  )
}

interface MaskedValueProps {
  readonly mask: string
  readonly secret: SecretClass
  /** The reader may not see it: told with the way to why. */
  readonly withheld: boolean
  readonly itemId: string
}

export function MaskedValue({ mask, secret, withheld, itemId }: MaskedValueProps) {
  const t = useText()
  const right = t(itemActions[`secret.${secret}`])
  return (
    <span className="masked-value">
      <span aria-hidden="true">{mask}</span>
      <span className="masked-note">{t(withheld ? secretTexts.withheld : secretTexts.hidden, { right })}</span>
      {withheld ? (
        <Link className="project-link no-print" to={'/access' as never} search={{ item: itemId } as never}>
          {t(secretTexts.why)}
        </Link>
      ) : null}
    </span>
  )
}

import { openItem } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { ErrorState } from '../../ui/states.tsx'
import type { Project } from './project.ts'
import { secretTexts } from './secret-texts.ts'

/** Whether deputies of the People's Congress read the item, and the change of that; the reason is asked for on the way. */
export function Oversight({ reply: { item, allowed } }: Project) {
  const t = useText()
  const turn = useMutation({
    mutationFn: () =>
      call(openItem, {
        params: { itemId: item.itemId },
        body: { revision: item.revision, opened: !item.opened },
      }),
    onSettled: () => refresh(),
  })
  const may = allowed.includes('oversight.open')
  if (!may && !item.opened) return null
  return (
    <div className="secrets-bar">
      <span className="project-muted">{t(item.opened ? secretTexts.opened : secretTexts.notOpened)}</span>
      {may ? (
        <button type="button" className="button no-print" disabled={turn.isPending} onClick={() => turn.mutate()}>
          {t(item.opened ? secretTexts.close : secretTexts.open)}
        </button>
      ) : null}
      {turn.error ? <ErrorState error={turn.error} /> : null}
    </div>
  )
}

import { type AddedEvidence, describeEvidence, listEvidence } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../../api/call.ts'
import { refresh } from '../../../api/query.ts'
import { useText } from '../../../app/language.ts'
import { ErrorState } from '../../../ui/states.tsx'
import { evidenceTexts as texts } from './texts.ts'
import { useMoment } from './use-moment.ts'

/** What a photo says of its time and place, to be taken over by somebody who knows. */
export function Offer({ added, onDone }: { readonly added: AddedEvidence; readonly onDone: () => void }) {
  const t = useText()
  const moment = useMoment()
  const { evidence, offered } = added
  const take = useMutation({
    mutationFn: () => call(describeEvidence, { params: { evidenceId: evidence.evidenceId }, body: offered }),
    onSuccess: async () => {
      onDone()
      await refresh(listEvidence)
    },
  })
  const what = [offered.takenAt ? moment(offered.takenAt) : '', offered.place ?? ''].filter(Boolean).join(' · ')
  return (
    <div className="evidence-offer" role="status">
      <span>
        {evidence.fileName} {t(texts.offered, { what })}
      </span>
      <button type="button" className="button is-primary" disabled={take.isPending} onClick={() => take.mutate()}>
        {t(texts.takeOver)}
      </button>
      <button type="button" className="button" onClick={onDone}>
        {t(texts.leave)}
      </button>
      {take.error ? <ErrorState error={take.error} /> : null}
    </div>
  )
}

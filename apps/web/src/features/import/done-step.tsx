import { getImport, type ImportState, undoImport } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../api/call.ts'
import { usePlaybook } from '../../api/playbook.ts'
import { refresh } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { Sentence } from '../../ui/section.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { texts } from './texts.ts'

interface DoneStepProps {
  readonly state: ImportState
  readonly onRestart: () => void
}

export function DoneStep({ state, onRestart }: DoneStepProps) {
  const t = useText()
  const undo = useMutation({
    mutationFn: () => call(undoImport, { params: { importId: state.importId }, body: {} }),
    onSuccess: () => refresh(getImport).then(() => refresh()),
  })
  const { playbook } = state
  const scheduled = usePlaybook(playbook).capabilities.includes('schedule')
  const { created = 0, changed = 0 } = state.counts ?? {}
  if (undo.data) {
    return (
      <div className="import-step">
        <Sentence>{t(texts.undone, undo.data)}</Sentence>
        <Again onRestart={onRestart} />
      </div>
    )
  }
  return (
    <div className="import-step">
      <Sentence>{t(texts.doneSentence, { created, changed })}</Sentence>
      {scheduled ? <p className="import-note">{t(texts.nodesLaid)}</p> : null}
      <div className="import-onward">
        {scheduled ? (
          <Link className="button is-primary" to="/wall/$playbook" params={{ playbook }}>
            {t(texts.toWall)}
          </Link>
        ) : null}
        <Link className={scheduled ? 'button' : 'button is-primary'} to="/list/$playbook" params={{ playbook }}>
          {t(texts.toList)}
        </Link>
        <Link className="button" to="/">
          {t(texts.toCockpit)}
        </Link>
      </div>
      {undo.error ? <ErrorState error={undo.error} /> : null}
      <div className="import-onward">
        <button type="button" className="button" disabled={undo.isPending} onClick={() => undo.mutate()}>
          {t(texts.undo)}
        </button>
        <Again onRestart={onRestart} />
      </div>
    </div>
  )
}

function Again({ onRestart }: { readonly onRestart: () => void }) {
  const t = useText()
  return (
    <button type="button" className="button" onClick={onRestart}>
      {t(texts.again)}
    </button>
  )
}

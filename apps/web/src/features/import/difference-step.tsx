import { commitImport, getImport, getImportDifferences, type ImportState } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { Sentence } from '../../ui/section.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { DifferenceList } from './difference-list.tsx'
import { keepKey, toggled } from './mapping.ts'
import { ProgressBar } from './progress-bar.tsx'
import { StepButtons } from './step-buttons.tsx'
import { neighbour, type Step } from './steps.ts'
import { texts } from './texts.ts'

interface DifferenceStepProps {
  readonly state: ImportState
  readonly onStep: (step: Step) => void
}

export function DifferenceStep({ state, onStep }: DifferenceStepProps) {
  const t = useText()
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const [keepAll, setKeepAll] = useState(false)
  const [onlyValid, setOnlyValid] = useState(false)
  const commit = useCommit(state)
  const found = useRoute(
    getImportDifferences,
    { params: { importId: state.importId }, query: { limit: 500 } },
    { staleTime: 0 },
  )
  if (state.progress.phase === 'writing' || commit.isPending) return <Writing state={state} />
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton label={t(texts.phases.comparing)} lines={8} />
  const { created, total, unchanged, differences } = found.data
  const rowsInError = state.counts ? state.counts.rows - state.counts.importable : 0
  const write = () =>
    commit.mutate({ rows: onlyValid ? 'valid' : 'all', changes: keepAll ? 'none' : 'all', keep: [...kept] })
  return (
    <div className="import-step">
      <Sentence>{t(texts.differenceSentence, { created, changed: total, unchanged })}</Sentence>
      {state.counts?.unlistedOrgs.length ? (
        <p className="import-note">{t(texts.unlisted, { names: state.counts.unlistedOrgs.join('、') })}</p>
      ) : null}
      <DifferenceList
        playbook={state.playbook}
        differences={differences}
        total={total}
        isKept={(itemId, field) => keepAll || kept.has(keepKey(itemId, field))}
        onToggle={(itemId, field) => setKept(toggled(kept, keepKey(itemId, field)))}
        keepAll={keepAll}
        onKeepAll={setKeepAll}
      />
      {rowsInError > 0 ? <ValidRowsChoice count={rowsInError} checked={onlyValid} onChange={setOnlyValid} /> : null}
      {commit.error ? <ErrorState error={commit.error} /> : null}
      <p className="import-note">{t(texts.commitNote)}</p>
      <StepButtons
        onBack={() => onStep(neighbour('difference', -1))}
        next={{
          label: t(texts.commit, { count: created + (keepAll ? 0 : total) }),
          run: write,
          disabled: rowsInError > 0 && !onlyValid,
        }}
      />
    </div>
  )
}

interface ValidRowsChoiceProps {
  readonly count: number
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

function ValidRowsChoice({ count, checked, onChange }: ValidRowsChoiceProps) {
  const t = useText()
  return (
    <div className="import-alert">
      <p>{t(texts.blockedByErrors)}</p>
      <label>
        <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />{' '}
        {t(texts.onlyValid, { count })}
      </label>
    </div>
  )
}

function Writing({ state }: { readonly state: ImportState }) {
  const t = useText()
  return (
    <ProgressBar
      label={t(texts.phases.writing)}
      fraction={state.progress.phase === 'writing' ? state.progress.fraction : 0}
      {...(state.progress.secondsLeft === null
        ? {}
        : { note: t(texts.secondsLeft, { seconds: Math.ceil(state.progress.secondsLeft) }) })}
    />
  )
}

interface Choices {
  readonly rows: 'all' | 'valid'
  readonly changes: 'all' | 'none'
  readonly keep: string[]
}

function useCommit(state: ImportState) {
  return useMutation({
    mutationFn: (body: Choices) => call(commitImport, { params: { importId: state.importId }, body }),
    // Every figure of every screen may have moved.
    onSettled: () => refresh(getImport).then(() => refresh()),
  })
}

import { assignGaps, type GapNode, maxAssignedNodes } from '@guatu/contract'
import type { Field } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import type { FieldContext } from '../../forms/context.ts'
import { type Entry, typedOf } from '../../forms/entry.ts'
import { FieldRow } from '../../forms/field-row.tsx'
import { useFieldContext } from '../../forms/use-field-context.ts'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { countText } from '../../ui/format.ts'
import { toast } from '../../ui/toast.tsx'
import { type Assigned, type Assignments, assignmentsOf, undoOf } from './assignment.ts'
import { fiveFixTexts as texts } from './texts.ts'

const fields = {
  ownerId: { kind: 'person', title: texts.owner, group: 'node' },
  leadOrgId: { kind: 'org', title: texts.leadOrg, group: 'node' },
  leaderId: { kind: 'person', title: texts.leader, group: 'node' },
  standard: { kind: 'text', title: texts.standard, group: 'node', maxLength: 2000 },
} as const satisfies Record<string, Field>

type Key = keyof typeof fields
type Entries = Readonly<Record<Key, Entry>>

const keys = Object.keys(fields) as readonly Key[]
const nothing: Entries = {
  ownerId: { text: '' },
  leadOrgId: { text: '' },
  leaderId: { text: '' },
  standard: { text: '' },
}

/** What the inputs say; null while one of them cannot be read. */
function assignedOf(entries: Entries, context: FieldContext): Assigned | null {
  const typed = keys.map((key) => [key, typedOf(fields[key], entries[key], context)] as const)
  if (typed.some(([, { kind }]) => kind === 'fault')) return null
  return Object.fromEntries(typed.flatMap(([key, found]) => (found.kind === 'value' ? [[key, found.value]] : [])))
}

/** Sends all at once, and offers to take it back by the old values. */
function useAssign(onDone: () => void) {
  const t = useText()
  return useMutation({
    mutationFn: (wanted: Assignments) => call(assignGaps, { body: { items: [...wanted.items] } }),
    onSuccess: async ({ changedNodes, items }, wanted) => {
      toast({
        text: t(texts.assigned, { count: changedNodes }),
        undo: async () => {
          await call(assignGaps, { body: { items: undoOf(wanted, items) } })
          await refresh()
        },
      })
      onDone()
      await refresh()
    },
  })
}

interface AssignPanelProps {
  readonly nodes: readonly GapNode[]
  readonly onDone: () => void
}

/** Owner, unit, leader or standard for every selected node: all of them or none. */
export function AssignPanel({ nodes, onDone }: AssignPanelProps) {
  const t = useText()
  const context = useFieldContext()
  const [entries, setEntries] = useState(nothing)
  const [onlyMissing, setOnlyMissing] = useState(true)
  const saving = useAssign(onDone)
  const assigned = assignedOf(entries, context)
  const wanted = assigned && assignmentsOf(nodes, assigned, onlyMissing)
  const tooMany = wanted !== null && wanted.nodes > maxAssignedNodes
  const said = saidOf(assigned, wanted)
  const items = new Set(nodes.map(({ itemId }) => itemId)).size
  return (
    <form
      className="check-panel no-print"
      aria-label={t(texts.assign)}
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted && wanted.nodes > 0 && !tooMany) saving.mutate(wanted)
      }}
    >
      <p className="check-selected" role="status">
        {t(texts.selected, { count: countText(nodes.length), items: countText(items) })}
        <button type="button" className="link-button" onClick={onDone}>
          {t(texts.clear)}
        </button>
      </p>
      <div className="check-inputs">
        {keys.map((key) => (
          <FieldRow
            key={key}
            field={fields[key]}
            entry={entries[key]}
            context={context}
            onEntry={(entry) => setEntries({ ...entries, [key]: entry })}
          />
        ))}
      </div>
      <div className="check-acts">
        <label>
          <input type="checkbox" checked={onlyMissing} onChange={(event) => setOnlyMissing(event.target.checked)} />
          {t(texts.onlyMissing)}
        </label>
        <span className="check-said">
          {tooMany ? t(texts.tooMany, { most: maxAssignedNodes }) : t(said, { count: wanted?.nodes ?? 0 })}
        </span>
        <button
          type="submit"
          className="button is-primary"
          disabled={!wanted || wanted.nodes === 0 || tooMany || saving.isPending}
        >
          {t(saving.isPending ? texts.assigning : texts.assign)}
        </button>
      </div>
      <FormRefusal error={saving.error} />
    </form>
  )
}

/** What pressing the button would do. */
function saidOf(assigned: Assigned | null, wanted: Assignments | null) {
  if (!assigned || Object.keys(assigned).length === 0) return texts.nothingChosen
  return wanted && wanted.nodes > 0 ? texts.willAssign : texts.nothingMissing
}

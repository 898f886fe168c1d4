import { type DistrictPlanReply, getCockpit, getDistrictPlan, listItems, saveDistrictPlan } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { useCallback, useMemo, useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { toast } from '../../ui/toast.tsx'
import { changesBetween, isUnchanged, type PlanChanges } from './plan-changes.ts'
import { type PlanFault, planFaults } from './plan-check.ts'
import { draftOf, edited, type Plan, type PlanDraft, stepBack, stepForward } from './plan-draft.ts'
import { rulesTexts } from './texts.ts'

export interface PlanEditing {
  readonly reply: DistrictPlanReply
  readonly draft: PlanDraft
  readonly faults: readonly PlanFault[]
  readonly changes: PlanChanges
  readonly change: (plan: Plan) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly discard: () => void
  readonly save: () => Promise<void>
  readonly error: unknown
  readonly saving: boolean
}

/** The plan in force; it changes everything that is planned or lit by it. */
export const usePlanInForce = (playbook: Playbook) => useRoute(getDistrictPlan, { params: { playbook: playbook.key } })

const send = (playbook: string, revision: number, plan: Plan) =>
  call(saveDistrictPlan, { params: { playbook }, body: { revision, plan } })

const renew = () => refresh(getDistrictPlan, getCockpit, listItems)

export function usePlanEditing(playbook: Playbook, reply: DistrictPlanReply): PlanEditing {
  const t = useText()
  const [draft, setDraft] = useState<PlanDraft>(() => draftOf(reply.plan))
  // What the draft was made from: another revision that arrives meanwhile must not slip under it.
  const [base, setBase] = useState(reply)
  const [error, setError] = useState<unknown>(null)
  const [saving, setSaving] = useState(false)
  const changes = useMemo(() => changesBetween(base.plan, draft.plan), [base, draft.plan])
  if (reply.revision !== base.revision && isUnchanged(changes)) {
    setBase(reply)
    setDraft(draftOf(reply.plan))
  }
  const faults = useMemo(() => planFaults(draft.plan, playbook), [draft.plan, playbook])
  const change = useCallback((plan: Plan) => {
    setError(null)
    setDraft((last) => edited(last, plan))
  }, [])
  const discard = () => {
    setError(null)
    setBase(reply)
    setDraft(draftOf(reply.plan))
    void renew()
  }
  const save = async () => {
    setSaving(true)
    try {
      const { revision } = await send(playbook.key, base.revision, draft.plan)
      const before = base.plan
      setBase({ revision, edited: true, plan: draft.plan })
      setDraft(draftOf(draft.plan))
      await renew()
      const undo = async () => {
        await send(playbook.key, revision, before)
        await renew()
        toast({ text: t(rulesTexts.restored) })
      }
      toast({ text: t(rulesTexts.saved), undo })
    } catch (reason) {
      setError(reason)
    } finally {
      setSaving(false)
    }
  }
  return {
    ...{ reply: base, draft, faults, changes, change, discard, save, error, saving },
    undo: () => setDraft(stepBack),
    redo: () => setDraft(stepForward),
  }
}

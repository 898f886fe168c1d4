import { getItem, getWallMap, type NodeChange, savePlan, type WallItem } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import type { Replanned } from '@guatu/playbook'
import { useCallback, useMemo, useState } from 'react'
import { call } from '../../../api/call.ts'
import { refresh } from '../../../api/query.ts'
import { messageOf, RefusedError } from '../../../api/refused.ts'
import { useMay } from '../../../api/session.tsx'
import { useText } from '../../../app/language.ts'
import { toast } from '../../../ui/toast.tsx'
import { type Draft, isEmptyDraft, withChange, withFinish } from './draft.ts'
import { type PlanGround, previewChanges, withPlan } from './preview.ts'
import { dragTexts } from './texts.ts'
import { type PlanWrite, undoWrites } from './undo-plan.ts'

export interface DraftState {
  readonly draft: Draft | null
  /** What the draft moves; null without a draft or where the engine refuses. */
  readonly plan: Replanned | null
  readonly refusals: readonly Pick<Refusal, 'code' | 'path' | 'message'>[]
  readonly saving: boolean
  /** The person may change no plan at all: bars do not offer to be dragged. */
  readonly readOnly: boolean
  /** Whether a change of the project can be tried: one project's changes at a time. */
  readonly admits: (item: WallItem) => boolean
  /** Why it cannot. */
  readonly busyText: (item: WallItem) => string
  /** Takes the place of what was asked of the node so far: a drag in progress. */
  readonly put: (item: WallItem, nodeKey: string, change: NodeChange | null) => void
  /** Takes the place of the deadline that was asked for so far; null takes it back. */
  readonly putFinish: (item: WallItem, finish: string | null) => void
  readonly save: () => Promise<void>
  readonly cancel: () => void
}

const noRefusals: DraftState['refusals'] = []

/** Changes of nodes that are tried on the map before they are written. */
export function useDraft(ground: PlanGround): DraftState {
  const t = useText()
  const readOnly = !useMay()('item.plan')
  const [draft, setDraft] = useState<Draft | null>(null)
  const [refused, setRefused] = useState<DraftState['refusals']>(noRefusals)
  const [saving, setSaving] = useState(false)
  const outcome = useMemo(
    () => draft && previewChanges(draft.item, draft.changes, ground, draft.finish),
    [draft, ground],
  )

  const set = useCallback((next: Draft | null) => {
    setRefused(noRefusals)
    setDraft(next && !isEmptyDraft(next) ? next : null)
  }, [])
  const put = (item: WallItem, nodeKey: string, change: NodeChange | null) => {
    const base = draft ?? { item, changes: [] }
    const others = { ...base, changes: base.changes.filter((entry) => entry.nodeKey !== nodeKey) }
    set(change ? withChange(others, change) : others)
  }
  const putFinish = (item: WallItem, finish: string | null) => set(withFinish(draft ?? { item, changes: [] }, finish))
  const save = async () => {
    if (draft === null || outcome?.kind !== 'done' || saving) return
    setSaving(true)
    try {
      await saveDraft(draft, outcome.value, ground, t)
      set(null)
    } catch (error) {
      setRefused(error instanceof RefusedError ? error.reply.refusals : noRefusals)
      // Somebody may have been first: what stands now is shown once the draft is dropped.
      void refresh(getWallMap)
      toast({ text: `${t(dragTexts.failed)}：${t(messageOf(error))}`, tone: 'failed', error })
    } finally {
      setSaving(false)
    }
  }
  return {
    draft,
    plan: outcome?.kind === 'done' ? outcome.value : null,
    refusals: outcome?.kind === 'refused' ? outcome.refusals : refused,
    saving,
    readOnly,
    admits: (item) => !readOnly && item.mayPlan && (draft === null || draft.item.itemId === item.itemId),
    busyText: (item) => {
      if (readOnly) return t(dragTexts.readOnly)
      return item.mayPlan ? t(dragTexts.otherDraft, { item: draft?.item.title ?? '' }) : t(dragTexts.notYours)
    },
    put,
    putFinish,
    save,
    cancel: () => set(null),
  }
}

const bodyOf = (revision: number, { changes, finish }: PlanWrite) => ({
  revision,
  changes: [...changes],
  ...(finish === undefined ? {} : { finish }),
})

async function saveDraft(draft: Draft, plan: Replanned, ground: PlanGround, t: ReturnType<typeof useText>) {
  const { item, finish } = draft
  const params = { itemId: item.itemId }
  const saved = await call(savePlan, { params, body: bodyOf(item.revision, draft) })
  await refresh(getWallMap, getItem)
  const writes = undoWrites(item, withPlan(item, saved.plan.nodes, finish), ground)
  const undo = async () => {
    let { revision } = saved
    for (const write of writes ?? []) {
      revision = (await call(savePlan, { params, body: bodyOf(revision, write) })).revision
    }
    await refresh(getWallMap, getItem)
    toast({ text: t(dragTexts.undone, { item: item.title }) })
  }
  const text = t(dragTexts.saved, { item: item.title, count: plan.moved.length })
  toast(writes ? { text, undo } : { text: `${text}${t(dragTexts.cannotUndo)}` })
}

import { type AskedNode, type EffectReply, type ItemReply, previewPlan } from '@guatu/contract'
import { type PlanEffect, planEffect } from '@guatu/playbook'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '../../api/call.ts'

/** Waits until typing has stopped for a moment. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}

interface Asked {
  readonly changes: readonly AskedNode[]
  readonly finish: string | undefined
}

interface Preview {
  /** Null: nothing is asked, or it is not known yet. */
  readonly effect: EffectReply | null
  readonly error: Error | null
}

/** What a change would do by the server's engine, asked anew when typing has stopped. */
export function useEffectPreview(reply: ItemReply | undefined, { changes, finish }: Asked): Preview {
  const body = useSettled(JSON.stringify({ changes, ...(finish ? { finish } : {}) }), 350)
  const itemId = reply?.item.itemId ?? ''
  const asks = changes.length > 0 || finish !== undefined
  const asking = useQuery({
    queryKey: [previewPlan.name, itemId, reply?.item.revision, body],
    queryFn: ({ signal }) => call(previewPlan, { params: { itemId }, body: JSON.parse(body) }, { signal }),
    enabled: reply !== undefined && asks,
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (!reply || !asks) return { effect: null, error: null }
  const { data, error } = asking
  if (!data || error) return { effect: null, error }
  const { plan, moved, finishShiftWorkdays } = data
  const before = { nodes: reply.plan.nodes, changes, finish: reply.item.deadline, newFinish: finish ?? null }
  const laid = {
    nodes: plan.nodes,
    moved,
    finishShiftWorkdays,
    feasible: plan.feasible,
    shortfallWorkdays: plan.shortfallWorkdays,
  }
  return { effect: planEffect(before, laid) satisfies PlanEffect as EffectReply, error: null }
}

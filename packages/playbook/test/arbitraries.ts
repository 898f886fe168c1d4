import fc from 'fast-check'
import type { LinkTemplate, NodeTemplate, PlanTemplate } from '../src/index.ts'

const stages = ['idea', 'prepare', 'build', 'end']

/** A node per draw, links only from earlier nodes to later ones, anchors on two of them in order. */
export const templates: fc.Arbitrary<PlanTemplate> = fc
  .array(
    fc.record({
      stage: fc.nat(3),
      durationWorkdays: fc.integer({ min: 1, max: 60 }),
      shortestShare: fc.integer({ min: 0, max: 4 }),
      elastic: fc.boolean(),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .chain((draws) => {
    const ordered = draws.toSorted((a, b) => a.stage - b.stage)
    const pairs = ordered.flatMap((_, to) => ordered.slice(0, to).map((__, from) => [from, to] as const))
    return fc.record({
      ordered: fc.constant(ordered),
      chosen: fc.subarray([...pairs], { maxLength: Math.min(pairs.length, 24) }),
      soft: fc.boolean(),
      types: fc.array(fc.constantFrom('FS' as const, 'FS' as const, 'SS' as const, 'FF' as const), {
        minLength: 24,
        maxLength: 24,
      }),
      lags: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 24, maxLength: 24 }),
      anchors: fc.tuple(fc.nat(ordered.length - 1), fc.nat(ordered.length - 1)),
    })
  })
  .map(({ ordered, chosen, soft, types, lags, anchors }) => {
    const [start, finish] = [Math.min(...anchors), Math.max(...anchors)]
    const nodes = ordered.map(
      (draw, index): NodeTemplate => ({
        key: `n${index}`,
        title: { zh: `节点 ${index}`, en: `Node ${index}` },
        stage: stages[draw.stage]!,
        durationWorkdays: draw.durationWorkdays,
        ...(draw.shortestShare === 4
          ? {}
          : { shortestWorkdays: Math.ceil((draw.durationWorkdays * draw.shortestShare) / 4) || 1 }),
        ...(draw.elastic ? { elastic: true } : {}),
        ...(index === finish ? { anchor: 'finish' } : index === start ? { anchor: 'start' } : {}),
        standard: { zh: '完成', en: 'Done' },
        leadOrg: 'lead',
      }),
    )
    const links = chosen.map(
      ([from, to], index): LinkTemplate => ({
        from: `n${from}`,
        to: `n${to}`,
        type: types[index]!,
        lagWorkdays: lags[index]!,
        soft,
      }),
    )
    return { stages, nodes, links }
  })

export const stageKeys: fc.Arbitrary<string> = fc.constantFrom(...stages)

/** Days around the two fixed years whose holidays are announced, so that holidays matter. */
export const days: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 1400 })
  .map((offset) => new Date(Date.UTC(2024, 6, 1) + offset * 86_400_000).toISOString().slice(0, 10))

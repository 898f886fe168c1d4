import type { Title } from '@guatu/kernel'
import type { Expression } from './terms.ts'

/** One thing that has to be there before what is planned can be built: a condition over the fields, or a node that is done. */
export type MaturitySign = { readonly key: string; readonly title: Title } & (
  | { readonly test: Expression }
  | { readonly node: string }
)

/** 项目成熟度: what makes an item of the planning pool ripe. It is told of items in these stages only. */
export interface Maturity {
  readonly stages: readonly string[]
  readonly signs: readonly MaturitySign[]
}

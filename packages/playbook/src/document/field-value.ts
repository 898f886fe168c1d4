import type { Money, PartialDate } from '@guatu/kernel'

/** The value that a field of each kind (`FieldKind`) holds in an item's document. An empty field is absent or null. */
export interface FieldValues {
  text: string
  longText: string
  integer: number
  number: number
  /** 12.5 means 12.5 %. */
  percent: number
  money: Money
  date: PartialDate
  /** A key of `choices`; any other word where the choice is open. */
  choice: string
  flag: boolean
  /** Id in the directory. */
  org: string
  /** Ids in the directory, each once, in the order in which they were named. */
  orgs: readonly string[]
  /** Id in the directory. */
  person: string
  /** Code in the dictionary of areas. */
  area: string
  /** Code of GB/T 4754. */
  industry: string
  /** Code of the district's own industry system. */
  districtIndustry: string
  uscc: string
  phone: string
}

export const isEmpty = (value: unknown): value is null | undefined | '' | readonly [] =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** What people see, in both languages of the product. Chinese is the source; English stands beside it. */
export interface Title {
  readonly zh: string
  readonly en: string
}

export type Language = keyof Title

/** What the rules look at in an event's data, which is JSON of whatever the verb tells. */
type Data = Readonly<Record<string, unknown>>

/** The value at a path such as `post.personId`; undefined where there is none. */
export function at(data: Data, path: string): unknown {
  let value: unknown = data
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Data)[key]
  }
  return value
}

/** A node with somebody who got it by the act: a person or a unit. */
export interface NewDuty {
  readonly id: string
  readonly title: string
}

interface NodeChange {
  readonly title?: string
  readonly changes?: Readonly<Record<string, { readonly to: unknown }>>
}

/** Who got which nodes. */
export function dutiesOf(data: Data): NewDuty[] {
  const nodes = Array.isArray(data.nodes) ? (data.nodes as readonly NodeChange[]) : []
  return nodes.flatMap(({ title = '', changes = {} }) =>
    ['ownerId', 'leadOrgId', 'leaderId'].flatMap((key) => {
      const to = changes[key]?.to
      return typeof to === 'string' ? [{ id: to, title }] : []
    }),
  )
}

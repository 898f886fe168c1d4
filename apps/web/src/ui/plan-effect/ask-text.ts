import type { AskedNode } from '@guatu/contract'

/** What an application asks, as it stands in an address: `accept:d30;body:n2027-03-01;permit:n-` (lifted). */
export function askText(changes: readonly AskedNode[]): string {
  return changes
    .map(({ nodeKey, notBefore, durationWorkdays }) => {
      const parts = [
        ...(notBefore === undefined ? [] : [`n${notBefore ?? '-'}`]),
        ...(durationWorkdays === undefined ? [] : [`d${durationWorkdays}`]),
      ]
      return `${nodeKey}:${parts.join(',')}`
    })
    .join(';')
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/

function readPart(text: string): Partial<AskedNode> {
  const value = text.slice(1)
  if (text.startsWith('d') && /^\d{1,4}$/.test(value)) return { durationWorkdays: Number(value) }
  if (text.startsWith('n') && (value === '-' || isoDay.test(value))) return { notBefore: value === '-' ? null : value }
  return {}
}

/** Reads the same; what nobody can mean is left out. */
export function readAsk(text: string | undefined): AskedNode[] {
  return (text ?? '').split(';').flatMap((part) => {
    const [nodeKey = '', rest = ''] = part.split(':')
    const asked = Object.assign({}, ...rest.split(',').map(readPart)) as Partial<AskedNode>
    return nodeKey === '' || Object.keys(asked).length === 0 ? [] : [{ nodeKey, ...asked }]
  })
}

/** The part of a change of nodes that is applied for: what has happened is told, not asked. */
export function askableOf(
  changes: readonly {
    readonly nodeKey: string
    readonly notBefore?: string | null
    readonly durationWorkdays?: number
  }[],
): AskedNode[] {
  return changes.flatMap(({ nodeKey, notBefore, durationWorkdays }) => {
    if (notBefore === undefined && durationWorkdays === undefined) return []
    return [
      {
        nodeKey,
        ...(notBefore === undefined ? {} : { notBefore }),
        ...(durationWorkdays === undefined ? {} : { durationWorkdays }),
      },
    ]
  })
}

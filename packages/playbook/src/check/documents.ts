import { placeholdersOf } from '../official.ts'
import type { Playbook } from '../playbook.ts'
import type { Check } from './mistake.ts'

function unknownNames({ fields, linkKinds = {} }: Playbook, text: string): string[] {
  return placeholdersOf(text).filter((name) => {
    const [kind = '', key] = name.split('.')
    return key === undefined ? !(kind in fields) : !(kind in linkKinds)
  })
}

/** Every name in a document's texts is a field or a link of the list. */
export const checkDocuments: Check = (playbook) =>
  Object.entries(playbook.documents ?? {}).flatMap(([key, template]) => {
    const { heading, paragraphs, issuedBy, recipient, number, date, copies, contact, needs, urgency } = template
    const plain = [issuedBy, recipient, number, date, copies, contact, needs, urgency?.field]
    const named = plain.flatMap((name) => (name === undefined || name in playbook.fields ? [] : [name]))
    const quoted = [heading, ...paragraphs].flatMap((text) => unknownNames(playbook, text))
    return [...named, ...quoted].map((name) => ({ path: `documents/${key}`, message: `no field or link '${name}'` }))
  })

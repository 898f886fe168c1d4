import type { FieldKind } from '../field.ts'
import type { Capability } from '../terms.ts'
import type { Check } from './mistake.ts'

/** What the screens of a capability read of a list by name: a list that has the capability has these fields. */
const capabilityFields: Readonly<Partial<Record<Capability, Readonly<Record<string, FieldKind>>>>> = {
  visits: {
    visitor: 'person',
    area: 'area',
    plannedOn: 'date',
    visitedOn: 'date',
    findings: 'longText',
    promises: 'longText',
    followUpOn: 'date',
    followUp: 'longText',
  },
}

export const checkCapabilityFields: Check = ({ capabilities, fields }) =>
  capabilities.flatMap((capability) =>
    Object.entries(capabilityFields[capability] ?? {}).flatMap(([key, kind]) =>
      fields[key]?.kind === kind
        ? []
        : [{ path: `fields/${key}`, message: `a list that can '${capability}' has a field '${key}' of kind ${kind}` }],
    ),
  )

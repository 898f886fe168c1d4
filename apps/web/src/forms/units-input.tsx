import { useMemo } from 'react'
import { optionsOf } from './context.ts'
import type { InputProps } from './input-props.ts'
import { PickBox } from './pick-box.tsx'
import { chosenValues, toggled, typedName } from './several.ts'

/** Several units: names after each other, each typed or picked; picking one that is there takes it out. */
export function UnitsInput(props: InputProps) {
  const { field, context, entry } = props
  const options = useMemo(() => optionsOf(field, context), [field, context])
  return (
    <PickBox
      {...props}
      options={options}
      typed={typedName(entry)}
      chosen={chosenValues(entry, options)}
      onPick={(option) => props.onEntry(toggled(entry, option, options))}
      goesOn
    />
  )
}

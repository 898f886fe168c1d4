import { useMemo, useState } from 'react'
import { optionsOf, type PickOption } from './context.ts'
import type { InputProps } from './input-props.ts'
import { PickBox } from './pick-box.tsx'

/** Values of options are texts; a flag's are its two words. */
const pickedValue = (kind: string, option: PickOption): unknown =>
  kind === 'flag' ? option.value === 'true' : option.value

/** One of the options. What was typed stays when nothing is picked: an open choice takes other words. */
export function PickInput(props: InputProps) {
  const { field, context, entry } = props
  const options = useMemo(() => optionsOf(field, context), [field, context])
  const [searching, setSearching] = useState(entry.picked === undefined && entry.text !== '')
  return (
    <PickBox
      {...props}
      options={options}
      typed={searching ? entry.text : ''}
      onEntry={(typed) => {
        setSearching(true)
        props.onEntry(typed)
      }}
      onPick={(option) => {
        setSearching(false)
        props.onEntry({ text: option.title, picked: pickedValue(field.kind, option) })
      }}
    />
  )
}

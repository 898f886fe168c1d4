import type { FieldKind } from '@guatu/playbook'
import type { ComponentType } from 'react'
import { DateInput } from './date-input.tsx'
import type { InputProps } from './input-props.ts'
import { PickInput } from './pick-input.tsx'
import { LongTextInput, TypedInput } from './typed-input.tsx'
import { UnitsInput } from './units-input.tsx'
import './forms.css'

/** One input per kind of field. */
const inputs: { readonly [K in FieldKind]: ComponentType<InputProps> } = {
  text: TypedInput,
  longText: LongTextInput,
  integer: TypedInput,
  number: TypedInput,
  percent: TypedInput,
  money: TypedInput,
  date: DateInput,
  choice: PickInput,
  flag: PickInput,
  org: PickInput,
  orgs: UnitsInput,
  person: PickInput,
  area: PickInput,
  industry: PickInput,
  districtIndustry: PickInput,
  uscc: TypedInput,
  phone: TypedInput,
}

export function FieldInput(props: InputProps) {
  const Input = inputs[props.field.kind]
  return <Input {...props} />
}

export default FieldInput

import { expect, it } from 'vitest'
import { optionsOf } from './context.ts'
import { entryOf, typedOf } from './entry.ts'
import { chosenValues, toggled, typedName } from './several.ts'
import { sampleContext, sampleFields } from './testing.ts'

const field = sampleFields.orgs
const options = optionsOf(field, sampleContext)
const [bureau, town] = options

it('puts options in one after the other and takes them out again', () => {
  const one = toggled({ text: '发改' }, bureau!, options)
  expect(one).toEqual({ text: '区发改局、', picked: ['o1'] })
  const two = toggled(one, town!, options)
  expect(two).toEqual({ text: '区发改局、大桥镇、', picked: ['o1', 'o2'] })
  expect(chosenValues(two, options)).toEqual(new Set(['o1', 'o2']))
  expect(toggled(two, bureau!, options)).toEqual({ text: '大桥镇、', picked: ['o2'] })
  expect(toggled(one, bureau!, options)).toEqual({ text: '' })
})

it('narrows by the name that is being typed only', () => {
  expect(typedName({ text: '区发改局、大' })).toBe('大')
  expect(typedName(entryOf(field, ['o1', 'o2'], sampleContext))).toBe('')
  expect(toggled({ text: '区发改局、大' }, town!, options).picked).toEqual(['o1', 'o2'])
})

it('keeps words that name nothing, so that they are told of', () => {
  const entry = toggled({ text: '某局、大' }, town!, options)
  expect(entry).toEqual({ text: '某局、大桥镇、' })
  expect(typedOf(field, entry, sampleContext).kind).toBe('fault')
})

it('reads typed names as the units that they name, each once', () => {
  const read = (text: string) => typedOf(field, { text }, sampleContext)
  expect(read('区发改局，大桥镇；区发展和改革局')).toEqual({ kind: 'value', value: ['o1', 'o2'] })
  expect(read(' 、')).toEqual({ kind: 'empty' })
})

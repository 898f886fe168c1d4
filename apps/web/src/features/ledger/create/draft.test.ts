import { describe, expect, it } from 'vitest'
import { sampleContext } from '../../../forms/testing.ts'
import { samplePlaybook } from '../testing.ts'
import { emptyDraft, readDraft, valuesOf } from './draft.ts'

describe('a kept draft', () => {
  it('comes back with its words', () => {
    const draft = {
      stage: 'building',
      entries: { title: { text: '南湖新材' }, unit: { text: '区发改局', picked: 'o1' } },
    }
    expect(readDraft(JSON.stringify(draft), samplePlaybook)).toEqual(draft)
  })

  it('survives another version of the list and damaged storage', () => {
    const kept = JSON.stringify({ stage: 'gone', entries: { gone: { text: 'x' }, title: { text: '甲' }, land: 3 } })
    expect(readDraft(kept, samplePlaybook)).toEqual({ stage: 'reserve', entries: { title: { text: '甲' } } })
    expect(readDraft('{', samplePlaybook)).toEqual(emptyDraft(samplePlaybook))
    expect(readDraft('{"stage":1}', samplePlaybook)).toEqual(emptyDraft(samplePlaybook))
    expect(readDraft(null, samplePlaybook)).toEqual(emptyDraft(samplePlaybook))
  })
})

describe('what a draft would send', () => {
  it('reads every field and names all that are wrong', () => {
    const entries = {
      amount: { text: '很多' },
      finish: { text: '2027年6月' },
      person: { text: 'x' },
      unit: { text: '', picked: 'o2' },
    }
    expect(valuesOf(samplePlaybook, entries, sampleContext)).toEqual({
      values: { finish: { date: '2027-06-30', precision: 'month', raw: '2027年6月' }, unit: 'o2' },
      wrong: ['title', 'amount'],
    })
  })
})

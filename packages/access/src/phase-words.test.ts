import { loopPhases, type Phase, phases, projectPhases } from '@guatu/kernel'
import { expect, test } from 'vitest'
import { phaseWords } from './phase-words.ts'

test.each<[readonly Phase[], readonly string[]]>([
  [phases, ['各阶段']],
  [projectPhases, ['项目']],
  [
    ['delivery', 'performance', 'ended', 'problem'],
    ['洽谈后项目', '难题'],
  ],
  [
    ['negotiation', ...loopPhases],
    ['难题督导申请', '洽谈'],
  ],
  [
    ['negotiation', 'delivery'],
    ['洽谈', '实施'],
  ],
  [[], []],
])('%j in words', (granted, words) => {
  expect(phaseWords(granted).map(({ zh }) => zh)).toEqual(words)
})

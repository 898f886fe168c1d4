import { checkCapabilityFields } from './check/capability-fields.ts'
import { checkDocuments } from './check/documents.ts'
import { checkExpressions } from './check/expressions.ts'
import { checkFields } from './check/fields.ts'
import { checkGates } from './check/gates.ts'
import { checkLoop } from './check/loop.ts'
import { checkMaturity } from './check/maturity.ts'
import type { Check, Mistake } from './check/mistake.ts'
import { checkNodes } from './check/nodes.ts'
import { checkNumbering } from './check/numbering.ts'
import { checkPledge } from './check/pledge.ts'
import { checkShape } from './check/shape.ts'
import { checkStages } from './check/stages.ts'
import { checkWords } from './check/words.ts'
import { checkWrittenBy } from './check/written-by.ts'
import { deepFreeze } from './freeze.ts'
import type { Playbook } from './playbook.ts'

const checks: readonly Check[] = [
  checkShape,
  checkFields,
  checkWords,
  checkStages,
  checkGates,
  checkMaturity,
  checkNodes,
  checkExpressions,
  checkLoop,
  checkPledge,
  checkWrittenBy,
  checkNumbering,
  checkDocuments,
  checkCapabilityFields,
]

/** Everything that is wrong with a definition, each with its path; empty for a sound one. */
export function checkPlaybook(definition: Playbook): readonly Mistake[] {
  return checks.flatMap((check) => check(definition))
}

/**
 * Freezes and checks a definition. Throws one error that lists every mistake: a definition is code, so a wrong one is a
 * bug that stops the boot, never something a user is told.
 */
export function definePlaybook(definition: Playbook): Playbook {
  const mistakes = checkPlaybook(definition)
  if (mistakes.length > 0) {
    const lines = mistakes.map((mistake) => `  ${mistake.path}: ${mistake.message}`)
    throw new Error(`playbook '${definition.key}' has ${mistakes.length} mistakes\n${lines.join('\n')}`)
  }
  return deepFreeze(definition)
}

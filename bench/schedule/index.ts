import { compileReference } from './c-reference.ts'
import { benchChronograph } from './chronograph.ts'
import { benchEdits } from './edits.ts'
import { benchNetwork } from './network.ts'
import { benchRisk } from './risk.ts'
import { print } from './table.ts'

/**
 * The scheduling engine against a C program of the same passes and against chronograph, all in one run. C counts plain days;
 * ours count in the national calendar and return dates.
 */
export async function run(): Promise<void> {
  const reference = compileReference()
  console.log('Processor time, the best of several runs; edits: the 95th percentile.')
  if (reference === null) console.log('gcc is missing: nothing is compared with C (apt-get install gcc)')
  try {
    print([...benchNetwork(reference), ...benchEdits(), ...benchRisk(reference), ...(await benchChronograph())])
  } finally {
    reference?.remove()
  }
}

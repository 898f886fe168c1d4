import { readFileSync } from 'node:fs'
import type { Clock, Playbook } from '../src/index.ts'

/** A small closed loop: taken, worked on, answered, done. */
export const matter: Playbook = JSON.parse(
  readFileSync(new URL('../../../fixtures/playbook/valid/closed-loop.json', import.meta.url), 'utf8'),
)

export const clockOf = (key: string): Clock => matter.clocks!.find((clock) => clock.key === key)!

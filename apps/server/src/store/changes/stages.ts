import type { MoveEffect, Playbook } from '@guatu/playbook'

const leadsOn = ({ moves }: Playbook, stage: string, effect: MoveEffect): boolean =>
  moves.some((move) => move.from === stage && move.effect === effect)

/** What an application asks is changed where it may yet be handed in. */
export const mayRevise = (playbook: Playbook, stage: string): boolean => leadsOn(playbook, stage, 'submitChange')

/** An application that waits for its decision. */
export const isWaiting = (playbook: Playbook, stage: string): boolean => leadsOn(playbook, stage, 'approveChange')

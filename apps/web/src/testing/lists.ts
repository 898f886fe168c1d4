import { playbooks } from '@guatu/playbooks'

/** The list whose items are scheduled and invested in: the one that the demonstration is full of. */
export const scheduledList = playbooks.find(({ capabilities }) => capabilities.includes('annualInvestment'))!

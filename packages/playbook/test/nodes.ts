export { openNode } from '@guatu/kernel/testing'

export const yuan = (amount: string) => ({ amount, currency: 'CNY' as const })

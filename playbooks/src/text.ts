import type { Playbook } from '@guatu/playbook'

type Title = Playbook['title']

/** A pair of words in both languages, short enough to keep a definition readable. */
export const words = (zh: string, en: string): Title => ({ zh, en })

/** Column headers that ledgers use, best known first, in one line: they are searched for, not read. */
export const headers = (line: string): readonly string[] => line.split(' ')

import type { Playbook } from '@guatu/playbook'

type Title = Playbook['title']

/** A pair of words in both languages, short enough to keep a definition readable. */
export const words = (zh: string, en: string): Title => ({ zh, en })

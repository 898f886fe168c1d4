import { type ImportState, startImport } from '@guatu/contract'
import { upload as send, type Upload } from '../../api/upload.ts'

/** Hands a ledger in. */
export const upload = (playbook: string, file: File, onFraction: (fraction: number) => void): Upload<ImportState> =>
  send(startImport, { query: { playbook }, file }, onFraction)

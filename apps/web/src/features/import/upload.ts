import { type ImportState, startImport } from '@guatu/contract'
import { upload as send, type Upload } from '../../api/upload.ts'

/** Hands a ledger in; without a list its headers tell which one it is of. */
export const upload = (
  playbook: string | undefined,
  file: File,
  onFraction: (fraction: number) => void,
): Upload<ImportState> => send(startImport, { query: playbook === undefined ? {} : { playbook }, file }, onFraction)

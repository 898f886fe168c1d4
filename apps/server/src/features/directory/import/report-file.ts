import { type Outcome, refused } from '@guatu/kernel'
import { chooseDirectorySheet, type DirectoryReport, readDirectory } from '@guatu/ledger'
import { FileRefused, fileRefusals } from '../../../workbook/file-refusal.ts'
import { openFile } from '../../../workbook/open-file.ts'
import { directoryWords } from './vocabulary.ts'

/** A file to read; all of it can be sent to a thread. */
export interface DirectoryRequest {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly today: string
}

/** Reads the sheet of a file that is most like a directory; meant for a thread of its own. */
export async function reportDirectory({ bytes, fileName, today }: DirectoryRequest): Promise<Outcome<DirectoryReport>> {
  try {
    const sheet = chooseDirectorySheet(await openFile(Buffer.from(bytes), fileName))
    return sheet ? readDirectory(sheet, { ...directoryWords, today }) : refused(fileRefusals.damaged())
  } catch (error) {
    if (error instanceof FileRefused) return refused(error.refusal)
    throw error
  }
}

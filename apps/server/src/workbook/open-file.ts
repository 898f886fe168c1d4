import type { Grid } from '@guatu/ledger'
import { FileRefused, fileRefusals } from './file-refusal.ts'
import { fileLimits } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

const zipMark = Buffer.from('PK\u0003\u0004', 'latin1')
const emptyZipMark = Buffer.from('PK\u0005\u0006', 'latin1')
const compoundMark = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const oldExcelMarks = [0x0009, 0x0209, 0x0409, 0x0809]

/** Reads a file's sheets, telling by its first bytes what it is: a name proves nothing. Throws {@link FileRefused}. */
export async function openFile(file: Buffer, fileName: string): Promise<Grid[]> {
  if (file.length > fileLimits.fileBytes) throw new FileRefused(fileRefusals.tooLarge(fileLimits.fileMegabytes))
  if (file.length === 0) throw new FileRefused(fileRefusals.notSpreadsheet())
  if (file.subarray(0, 4).equals(zipMark) || file.subarray(0, 4).equals(emptyZipMark)) return await readXlsx(file)
  if (file.subarray(0, 8).equals(compoundMark)) throw new FileRefused(compoundRefusal(file))
  if (
    file.length > 8 &&
    oldExcelMarks.includes(file.readUInt16LE(0)) &&
    file[2] !== undefined &&
    file[2] <= 16 &&
    file[3] === 0
  ) {
    throw new FileRefused(fileRefusals.oldExcel())
  }
  return [readTextFile(file, fileName)]
}

/** Office keeps both old workbooks and encrypted new ones in compound files; the names of their streams tell which. */
function compoundRefusal(file: Buffer) {
  const has = (name: string): boolean => file.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage') || has('EncryptionInfo')) return fileRefusals.protectedFile()
  return has('Workbook') || has('Book') ? fileRefusals.oldExcel() : fileRefusals.notSpreadsheet()
}

/** The first characters, whatever encoding and mark they stand behind, lower case, comments and an XML head left out. */
const startOf = (file: Buffer): string =>
  file
    .subarray(0, 4096)
    .toString('latin1')
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\u0000', '')
    .toLowerCase()
    .replace(/^(\s|<!--[\s\S]*?-->|<\?xml[^>]*\?>\s*(?=<html|<!doctype html))+/, '')

function readTextFile(file: Buffer, fileName: string): Grid {
  const start = startOf(file)
  // Web pages are saved as one file of several parts as well, MHTML, which begins like a letter (RFC 2557).
  if (/^(<!doctype html|<html|<table|<meta|<head|<style|<body|mime-version:|content-type:|from:)/.test(start))
    throw new FileRefused(fileRefusals.webPage())
  if (start.startsWith('<?xml') && start.includes('spreadsheet')) throw new FileRefused(fileRefusals.webPage())
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (!['csv', 'tsv', 'txt'].includes(extension)) throw new FileRefused(fileRefusals.notSpreadsheet())
  return readCsv(file, fileName.replace(/\.[a-z0-9]+$/i, '').replace(/^.*[/\\]/, ''))
}

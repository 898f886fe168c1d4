import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readChainEnd } from '../backup/chain-end.ts'
import { checkHead, type HeadVerdict } from '../backup/check-head.ts'
import { fingerprintOf, headKey, publicKeyFor } from '../backup/head-key.ts'
import { type Head, readHead, signHead } from '../backup/signed-head.ts'
import { loadConfig } from '../config.ts'
import { projectRoot } from '../location.ts'
import { OperatingProblem } from '../problem.ts'
import type { Tx } from '../store/store.ts'
import { parseArguments } from './arguments.ts'
import { problemText } from './chain-problems.ts'
import { withDistrict } from './with-district.ts'

export const summary = {
  zh: '导出签名的链尾，或事后核对：FILE [--check] [--key 公钥]',
  en: 'sign the head of the chain of events, or prove later that it still holds',
}

const options = { check: { type: 'boolean' }, key: { type: 'string' } } as const

const unreadable = {
  foreign: '这不是挂图的链尾文件 (not a signed head made by Guatu)',
  otherKey: '链尾文件不是用这把密钥签的 (signed by another key)',
  altered: '链尾文件被改动，签名不符 (the file was altered: the signature does not hold)',
} as const

function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new OperatingProblem(`链尾文件读不了：${code ?? error} (the file cannot be read): ${path}`)
  }
}

function verdictLine(verdict: HeadVerdict, { seq, districtId, signedAt }: Head): string {
  const signed = `${signedAt} 签名的第 ${seq} 条`
  switch (verdict.kind) {
    case 'holds':
      return `留痕链完整，共 ${verdict.events} 条，仍经过${signed} (whole, and it runs through the signed head)`
    case 'broken':
      return `留痕链在第 ${verdict.verdict.seq} 条断开：${problemText(verdict.verdict.problem)}`
    case 'shorter':
      return `留痕链只有 ${verdict.events} 条，到不了${signed}：后面的被删去 (events up to the signed head are gone)`
    case 'rewritten':
      return `留痕链不经过${signed}：此前的留痕被改写后重新成链 (the history before the signed head was rewritten)`
    case 'otherDistrict':
      return `链尾文件是另一个区的：${districtId} (the signed head is of another district)`
  }
}

async function check(file: string, dataFolder: string, key: string | undefined): Promise<number> {
  const reading = readHead(read(file), publicKeyFor(dataFolder, key))
  if (reading.kind !== 'head') throw new OperatingProblem(unreadable[reading.kind])
  return await withDistrict(async ({ deps }) => {
    const verdict = await deps.store.read((tx) => checkHead(tx, reading.head))
    console.log(verdictLine(verdict, reading.head))
    return verdict.kind === 'holds' ? 0 : 1
  })
}

async function readEnd(tx: Tx): Promise<Omit<Head, 'signedAt'>> {
  const end = await readChainEnd(tx)
  if (end.kind === 'end') return end.head
  const where = `第 ${end.seq} 条，${problemText(end.problem)}`
  throw new OperatingProblem(`留痕链有断开，不签：${where} (the chain is broken: not signed)`)
}

async function signInto(file: string, dataFolder: string): Promise<number> {
  return await withDistrict(async ({ deps }) => {
    const head = { ...(await deps.store.read(readEnd)), signedAt: new Date().toISOString() }
    const { privateKey, publicPem, publicFile } = headKey(dataFolder)
    try {
      writeFileSync(file, signHead(head, privateKey))
    } catch (error) {
      throw new OperatingProblem(`链尾文件写不了：${(error as Error).message} (the file cannot be written)`)
    }
    console.log(`已签到第 ${head.seq} 条 (signed up to event ${head.seq}): ${file}`)
    console.log(`公钥 (public key): ${publicFile} ${fingerprintOf(publicPem)}\n${publicPem.trimEnd()}`)
    return 0
  })
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, 1)
  if (positionals[0] === undefined) throw new OperatingProblem('没有给出文件 (no file was named)')
  const file = resolve(positionals[0])
  const { dataFolder } = loadConfig(process.env, projectRoot)
  return values.check === true ? await check(file, dataFolder, values.key) : await signInto(file, dataFolder)
}

import { listEvidence, listReports, reportsDue } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import { refresh } from '../api/query.ts'
import { offlineDatabase, type WaitingPhoto, type WaitingReport } from './database.ts'
import type { Owner } from './owner.ts'
import { type Sent, sendWaiting } from './send.ts'
import { setWaiting } from './waiting-flag.ts'

const listeners = new Set<() => void>()
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('guatu-reports')
channel?.addEventListener('message', () => tellHere())

function tellHere(): void {
  for (const listener of [...listeners]) listener()
}

function tell(): void {
  tellHere()
  channel?.postMessage('changed')
}

/** Hears of every change of what waits, in other windows too. */
export function followQueue(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

export interface Waiting {
  readonly report: WaitingReport
  readonly photos: readonly WaitingPhoto[]
}

/** What somebody has waiting on this device, in the order that it was made. */
export async function waitingOf(owner: Owner): Promise<Waiting[]> {
  const database = await offlineDatabase()
  const reports = await database.getAllFromIndex('report', 'owner', owner)
  const photos = await database.getAllFromIndex('photo', 'owner', owner)
  return reports
    .sort((a, b) => (a.savedAt < b.savedAt ? -1 : 1))
    .map((report) => ({ report, photos: photos.filter(({ reportId }) => reportId === report.reportId) }))
}

/** Puts a report in line; its draft is done with. */
export async function enqueue(report: WaitingReport, draftKey: string): Promise<void> {
  const database = await offlineDatabase()
  const change = database.transaction(['report', 'draft'], 'readwrite')
  await Promise.all([
    change.objectStore('report').put(report),
    change.objectStore('draft').delete(draftKey),
    change.done,
  ])
  setWaiting(true)
  tell()
}

/** Takes a report out of the line, with its photos. */
export async function dropWaiting(reportId: string): Promise<void> {
  const database = await offlineDatabase()
  const change = database.transaction(['report', 'photo'], 'readwrite')
  const photos = await change.objectStore('photo').index('report').getAllKeys(reportId)
  await Promise.all([
    change.objectStore('report').delete(reportId),
    ...photos.map((key) => change.objectStore('photo').delete(key)),
    change.done,
  ])
  setWaiting((await database.count('report')) > 0)
  tell()
}

/** Takes a report out of the line to be mended; its photos stay with its draft. */
export async function withdraw(reportId: string): Promise<void> {
  const database = await offlineDatabase()
  await database.delete('report', reportId)
  setWaiting((await database.count('report')) > 0)
  tell()
}

/** Goes on with a report that was held up, as the person has decided. */
export async function resume(report: WaitingReport, seen: WaitingReport['body']['seen']): Promise<void> {
  const { seen: _before, ...body } = report.body
  const database = await offlineDatabase()
  await database.put('report', { ...report, state: 'waiting', refusals: [], body: seen ? { ...body, seen } : body })
  tell()
}

async function hold(report: WaitingReport, state: 'conflict' | 'refused', refusals: readonly Refusal[]): Promise<void> {
  const database = await offlineDatabase()
  // Whoever took it out of the line meanwhile has decided.
  if (await database.get('report', report.reportId)) await database.put('report', { ...report, state, refusals })
  tell()
}

/** Where sending stands: what the page says of the line. */
export type LineState = 'idle' | 'sending' | 'offline' | 'signedOut'
let lineState: LineState = 'idle'
export const lineNow = (): LineState => lineState

function setLine(next: LineState): void {
  if (lineState === next) return
  lineState = next
  tellHere()
}

let running = false

/** One window sends at a time; where the browser knows no locks, one page of this window does. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (running) return
  running = true
  try {
    if (!navigator.locks) return await work()
    await navigator.locks.request('guatu-reports', { ifAvailable: true }, (lock) => (lock ? work() : undefined))
  } finally {
    running = false
  }
}

const stops: Readonly<Partial<Record<Sent['kind'], LineState>>> = { offline: 'offline', signedOut: 'signedOut' }

/** Sends what waits, one after another, until the line is empty or the network or the session is gone. */
export async function sendNow(owner: Owner): Promise<void> {
  await alone(async () => {
    for (const { report, photos } of await waitingOf(owner)) {
      if (report.state !== 'waiting') continue
      setLine('sending')
      const sent = await sendWaiting(report, photos)
      const stop = stops[sent.kind]
      if (stop) return setLine(stop)
      if (sent.kind === 'sent') await dropWaiting(report.reportId)
      else if (sent.kind === 'conflict' || sent.kind === 'refused') await hold(report, sent.kind, sent.refusals)
      await refresh(reportsDue, listReports, listEvidence)
    }
    setLine('idle')
  })
}

const everyMs = 15_000

/** Sends what waits as soon as that may work, for as long as the page is open; answers how to stop. */
export function keepSending(owner: Owner): () => void {
  const send = () => void sendNow(owner).catch(() => setLine('offline'))
  const timer = setInterval(send, everyMs)
  const onShow = () => document.visibilityState === 'visible' && send()
  window.addEventListener('online', send)
  document.addEventListener('visibilitychange', onShow)
  send()
  return () => {
    clearInterval(timer)
    window.removeEventListener('online', send)
    document.removeEventListener('visibilitychange', onShow)
  }
}

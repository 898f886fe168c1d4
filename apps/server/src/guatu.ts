import { dictionaries, playbooks } from '@guatu/playbooks'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import type { NoticesConfig } from './config-notices.ts'
import { loadDemo } from './demo/index.ts'
import { startNotices } from './demo/notices.ts'
import { districtOrgs } from './demo/orgs.ts'
import type { Deps } from './http/deps.ts'
import { type Limits, standardLimits } from './http/rate-limit.ts'
import { turnDay } from './jobs/turn-day.ts'
import { watchClocks } from './jobs/watch-clocks.ts'
import { watchDay } from './jobs/watch-day.ts'
import { startJobs } from './notices/jobs.ts'
import { useNoticeSettings } from './notices/settings.ts'
import { identifyBy } from './sign-in/identify.ts'
import { useSignIn } from './sign-in/service.ts'
import { neededSetUpLink } from './sign-in/set-up.ts'
import type { OpenIdSettings } from './sign-in/settings.ts'
import { operatorActor, systemActor } from './store/actor.ts'
import type { ChainAlgorithm } from './store/digest.ts'
import { ensureDistrict } from './store/district.ts'
import { openStore } from './store/store.ts'

const district = { districtId: '330402', name: '嘉兴市南湖区', shortName: '南湖区' }

/** A district that can be worked with: its store, its lists, its day. */
export interface OpenedDistrict {
  readonly deps: Deps
  /** Nothing has happened in it yet. */
  readonly untouched: boolean
  close(): Promise<void>
}

export interface DistrictOptions {
  /** Address of a migrated database. */
  readonly url: string
  readonly today: () => string
  /** What the chain is made with where the district is opened for the first time; absent: SHA-256. */
  readonly chain?: ChainAlgorithm
  /** Where the operator keeps the faces of official documents. */
  readonly fontFolder?: string | undefined
}

/** Opens the district, making it where the database is empty. Commands and the server both start here. */
export async function openDistrict({ url, today, chain, fontFolder }: DistrictOptions): Promise<OpenedDistrict> {
  const store = openStore(url, district.districtId, { today })
  const now = () => new Date().toISOString()
  const deps: Deps = { store, shelf: { playbooks, dictionaries }, today, now, fontFolder, actor: operatorActor }
  const start = {
    ...district,
    today: today(),
    now: now(),
    playbooks,
    orgs: districtOrgs(dictionaries.area),
    ...(chain ? { chain } : {}),
  }
  try {
    return { deps, untouched: await ensureDistrict(store.as(systemActor), start), close: () => store.close() }
  } catch (error) {
    await store.close()
    throw error
  }
}

export interface GuatuOptions extends DistrictOptions {
  readonly webFolder: string
  readonly say: (line: string) => void
  /** Load the demonstration into a district that nothing has happened in. */
  readonly demonstrate: boolean
  readonly signIn: SignInOptions
  /** How people are told beyond the inbox. */
  readonly notices: NoticesConfig & { readonly origin: string }
}

export interface SignInOptions {
  /** Where other machines find this server; undefined: nowhere. */
  readonly published: string | undefined
  readonly secret: string
  readonly openId: OpenIdSettings | null
  /** Absent: the standard ones. */
  readonly limits?: Limits
}

export interface Guatu {
  readonly app: FastifyInstance
  /** What stands behind the `#` of the set-up link, null where the set-up is done. Each call makes the one before it void. */
  setUpToken(): Promise<string | null>
  close(): Promise<void>
}

/** The whole product on a migrated database, ready to listen. */
export async function openGuatu(options: GuatuOptions): Promise<Guatu> {
  const { say, webFolder, signIn } = options
  const { published, limits = standardLimits } = signIn
  const opened = await openDistrict(options)
  const { deps, untouched } = opened
  const itself: Deps = { ...deps, store: deps.store.as(systemActor), actor: systemActor }
  try {
    if (untouched && options.demonstrate) {
      say('正在载入演示区… (loading the demonstration district)')
      await loadDemo(itself)
      await startNotices(itself)
    }
    const turned = await turnDay(itself, (items) => say(`正在更新亮灯… ${items} (lighting lamps)`))
    if (turned) say(`已从 ${turned.from} 更新到 ${deps.today()} (brought up to today)`)
    const { secret, openId } = signIn
    const origin = published ?? 'http://localhost'
    useSignIn(deps.store, { origin, secret, openId, issuerName: `挂图 ${district.shortName}`, shared: !!published })
    const product = `挂图 ${district.shortName}`
    useNoticeSettings(deps.store, { ...options.notices, secret, product })
    const app = await buildApp({ deps, identify: identifyBy(deps), webFolder, say, published, limits })
    const endWatches = [watchDay(itself, say), watchClocks(itself, say)]
    const jobs = await startJobs(itself, { url: options.url, say })
    const close = async () => {
      await Promise.all(endWatches.map((end) => end()))
      await jobs.stop()
      await app.close()
      await opened.close()
    }
    return { app, close, setUpToken: () => neededSetUpLink(deps, systemActor) }
  } catch (error) {
    await opened.close()
    throw error
  }
}

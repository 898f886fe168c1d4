import { acceptInvitation, getAccount, listItems, signIn } from '@guatu/contract'
import { dictionaries, playbooks } from '@guatu/playbooks'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../apps/server/src/app.ts'
import { districtOrgs } from '../../apps/server/src/demo/orgs.ts'
import type { Deps } from '../../apps/server/src/http/deps.ts'
import { passwordCost } from '../../apps/server/src/sign-in/hash.ts'
import { identifyBy } from '../../apps/server/src/sign-in/identify.ts'
import { makeLink } from '../../apps/server/src/sign-in/links.ts'
import { changeAccounts } from '../../apps/server/src/sign-in/transaction.ts'
import { operatorActor, systemActor } from '../../apps/server/src/store/actor.ts'
import { ensureDistrict } from '../../apps/server/src/store/district.ts'
import { openStore, type Store } from '../../apps/server/src/store/store.ts'
import { uuidv7 } from '../../apps/server/src/store/uuid.ts'
import { withScratchDatabase } from '../scratch.ts'

const today = '2026-11-21'
const now = () => new Date().toISOString()
const credentials = { userName: 'bench', password: 'Kx9!mottled-Fern' }

/** Somebody who may read, with an invitation to open an account by. */
async function invite(store: Store): Promise<string> {
  const personId = uuidv7()
  await store.as(systemActor).write(async ({ client, districtId }) => {
    await client.query(
      `insert into person (district_id, person_id, name, search_text, demonstration) values ($1, $2, '测量', '', false)`,
      [districtId, personId],
    )
    await client.query(
      `insert into post (district_id, post_id, person_id, org_id, role, title, from_day)
         select $1, $2, $3, org_id, 'districtOffice', '测量', '2026-01-01' from org where district_id = $1 limit 1`,
      [districtId, uuidv7(), personId],
    )
  })
  return (await changeAccounts(store, (tx) => makeLink(tx, 'invitation', personId, now()))).token
}

async function rate(seconds: number, atOnce: number, once: () => Promise<void>): Promise<string> {
  await once()
  let count = 0
  const from = performance.now()
  const lane = async () => {
    while (performance.now() - from < seconds * 1000) {
      await once()
      count += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return ((count / (performance.now() - from)) * 1000).toFixed(1)
}

async function measure(app: FastifyInstance, token: string): Promise<void> {
  const headers = { host: 'localhost' }
  const send = async (method: 'GET' | 'POST', url: string, cookie?: string, payload?: object) => {
    const reply = await app.inject({
      method,
      url,
      headers: cookie ? { ...headers, cookie } : headers,
      ...(payload ? { payload } : {}),
    })
    if (reply.statusCode !== 200) throw new Error(`${reply.statusCode} ${reply.body}`)
    return reply
  }
  await send('POST', acceptInvitation.path, undefined, { token, ...credentials })
  const signed = await send('POST', signIn.path, undefined, credentials)
  const cookie = String(signed.headers['set-cookie']).split(';')[0] as string
  const { N, r, p } = passwordCost
  const signIns = await rate(10, 4, async () => void (await send('POST', signIn.path, undefined, credentials)))
  console.log(`sign-ins by password, scrypt N=${N} r=${r} p=${p}, 4 at once: ${signIns}/s`)
  const account = await rate(5, 4, async () => void (await send('GET', getAccount.path, cookie)))
  console.log(`authorised reads of one's own account, 4 at once: ${account}/s`)
  const page = `${listItems.path}?playbook=${playbooks[0]?.key}&limit=50`
  console.log(
    `authorised reads of an empty list, 4 at once: ${await rate(5, 4, async () => void (await send('GET', page, cookie)))}/s`,
  )
}

/** Sign-ins and authorised reads per second, through the whole server without the network. */
export async function run(): Promise<void> {
  await withScratchDatabase(async (url) => {
    const store = openStore(url, '330402', { today: () => today })
    const orgs = districtOrgs(dictionaries.area)
    const start = { name: 'bench', shortName: 'bench', today, now: now(), playbooks, orgs }
    await ensureDistrict(store.as(systemActor), start)
    const deps: Deps = { store, shelf: { playbooks, dictionaries }, today: () => today, now, actor: operatorActor }
    const say = (line: string) => console.error(line)
    const app = await buildApp({ deps, identify: identifyBy(deps), webFolder: '/nonexistent', say })
    await measure(app, await invite(store))
    await app.close()
    await store.close()
  })
}

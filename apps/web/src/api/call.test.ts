import { createServer, type Server } from 'node:http'
import { exportItems, getAreaMap, getCockpit, getItem, getSession, signIn, updateItem } from '@guatu/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, call } from './call.ts'
import { ConnectionError, messageOf, RefusedError } from './refused.ts'
import { setSignedOut } from './signed-out.ts'

describe('addressOf', () => {
  it('fills the path and encodes what goes into it', () => {
    expect(addressOf(getItem, { params: { itemId: 'a/b c' } })).toBe('/api/items/a%2Fb%20c')
  })

  it('leaves absent values out of the query', () => {
    expect(addressOf(getCockpit, { query: { playbook: 'x', area: undefined } as { playbook: string } })).toBe(
      '/api/cockpit?playbook=x',
    )
    expect(addressOf(exportItems, { query: { playbook: 'x', filter: 'lamp:in:red' } })).toBe(
      '/api/export.xlsx?playbook=x&filter=lamp%3Ain%3Ared',
    )
  })
})

describe('call', () => {
  let server: Server
  let base = ''
  /** How often the server has answered that nobody is signed in, and whether somebody is. */
  const sign = { in: true, refused: 0 }
  const realFetch = globalThis.fetch

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      if (request.method === 'PATCH') {
        response.statusCode = 409
        response.setHeader('content-type', 'application/json')
        const seen = { zh: Buffer.concat(chunks).toString(), en: request.headers['content-type'] }
        response.end(JSON.stringify({ code: 'REVISION_STALE', message: seen, refusals: [] }))
        return
      }
      if (request.url === getAreaMap.path || request.url === signIn.path) {
        const open = sign.in && request.url === getAreaMap.path
        response.statusCode = open ? 200 : 401
        if (!open) sign.refused += 1
        const refusal = { code: 'SIGN_IN_REQUIRED', message: { zh: '请先登录', en: 'Sign in' }, refusals: [] }
        response.end(JSON.stringify(open ? { type: 'FeatureCollection', features: [] } : refusal))
        return
      }
      if (request.url === '/api/session') {
        response.end(JSON.stringify({ today: '2026-11-21' }))
        return
      }
      response.statusCode = 502
      response.end('<html>Bad gateway</html>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    base = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
    // Node has no page whose origin a path could be taken from.
    globalThis.fetch = (input, init) => realFetch(`${base}${String(input)}`, init)
  })
  afterAll(async () => {
    globalThis.fetch = realFetch
    await new Promise((resolve) => server.close(resolve))
  })

  it('returns the reply', async () => {
    expect((await call(getSession, {})).today).toBe('2026-11-21')
  })

  it('sends a body as JSON and throws the whole refusal', async () => {
    const refused = await call(updateItem, { params: { itemId: 'x' }, body: { revision: 1, fields: {} } }).catch(
      (error: unknown) => error,
    )
    expect(refused).toBeInstanceOf(RefusedError)
    expect((refused as RefusedError).reply).toMatchObject({
      code: 'REVISION_STALE',
      message: { zh: '{"revision":1,"fields":{}}', en: 'application/json' },
    })
  })

  it('reads an answer in HTML as a fault of the server', async () => {
    const fault = await call(getCockpit, { query: { playbook: 'x' } }).catch((error: unknown) => error)
    expect((fault as RefusedError).reply.code).toBe('SERVER_FAULT')
    expect(messageOf(fault).zh).toContain('系统出错')
  })

  it('waits where the session has ended, and goes out again once somebody is signed in', async () => {
    Object.assign(sign, { in: false, refused: 0 })
    const asked = call(getAreaMap, {})
    await expect.poll(() => sign.refused).toBe(1)
    sign.in = true
    setSignedOut(false)
    expect((await asked).features).toEqual([])
  })

  it('does not wait where it is told so, where the route is open to all, and where nobody waits', async () => {
    Object.assign(sign, { in: false, refused: 0 })
    const body = { userName: 'a', password: 'b' }
    await expect(call(getAreaMap, {}, { once: true })).rejects.toMatchObject({ status: 401 })
    await expect(call(signIn, { body })).rejects.toMatchObject({ status: 401 })
    const leaving = new AbortController()
    const left = call(getAreaMap, {}, { signal: leaving.signal })
    await expect.poll(() => sign.refused).toBe(3)
    leaving.abort(new Error('left'))
    await expect(left).rejects.toThrow('left')
    sign.in = true
    setSignedOut(false)
  })

  it('tells a missing answer from a refusal, and passes an abort on', async () => {
    const away = base
    base = 'http://127.0.0.1:1'
    await expect(call(getSession, {})).rejects.toBeInstanceOf(ConnectionError)
    await expect(call(getSession, {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
    base = away
  })
})

import { expect, test } from 'vitest'
import { readNetwork } from './config-network.ts'

const read = (environment: Record<string, string>) => readNetwork((name) => environment[name])

test('beyond this machine it listens only together with the address that browsers use', () => {
  expect(read({ GUATU_HOST: '0.0.0.0' }).problems).toHaveLength(1)
  expect(read({ GUATU_HOST: '::1' }).problems).toEqual([])
  const { network, problems } = read({ GUATU_HOST: '0.0.0.0', GUATU_ORIGIN: 'https://guatu.example.cn/' })
  expect(problems).toEqual([])
  expect(network).toMatchObject({ host: '0.0.0.0', origin: 'https://guatu.example.cn' })
})

test.each(['guatu.example.cn', 'ftp://guatu.example.cn', 'https://guatu.example.cn/under', 'https://x/?a=b'])(
  'GUATU_ORIGIN=%s is no address of a server',
  (origin) => {
    expect(read({ GUATU_ORIGIN: origin }).problems).toHaveLength(1)
  },
)

test('an OpenID provider is told whole, and needs a way back', () => {
  const openId = {
    GUATU_OIDC_ISSUER: 'https://id.example.cn',
    GUATU_OIDC_CLIENT_ID: 'guatu',
    GUATU_OIDC_CLIENT_SECRET: 'do-not-tell',
  }
  const alone = read(openId)
  expect(alone.problems).toHaveLength(1)
  const { GUATU_OIDC_CLIENT_ID: _missing, ...part } = openId
  expect(read({ ...part, GUATU_ORIGIN: 'https://g.example.cn' }).problems).toHaveLength(1)
  expect(JSON.stringify(alone.problems)).not.toContain('do-not-tell')
  expect(
    read({ ...openId, GUATU_OIDC_ISSUER: 'not an address', GUATU_ORIGIN: 'https://g.example.cn' }).problems,
  ).toHaveLength(1)
  expect(read({ ...openId, GUATU_ORIGIN: 'https://g.example.cn' }).network.openId).toMatchObject({
    issuer: 'https://id.example.cn',
    claim: 'preferred_username',
  })
})

test('a secret has to be long, and all problems are told at once', () => {
  const { problems } = read({ GUATU_SECRET: 'short-secret', GUATU_HOST: '10.0.0.1' })
  expect(problems).toHaveLength(2)
  expect(problems.join()).not.toContain('short-secret')
})

import { describe, expect, test } from 'vitest'
import { loadConfig, readConfig } from './config.ts'

const root = '/srv/guatu'

describe('readConfig', () => {
  test('an empty environment means the defaults, loopback only', () => {
    expect(readConfig({ GUATU_PORT: '', GUATU_DATA: ' ' }, root)).toEqual({
      kind: 'ok',
      config: {
        network: { host: '127.0.0.1', origin: undefined, openId: null, secret: undefined },
        notices: { mail: null, webhookHosts: [], privateHosts: false },
        port: 7330,
        dataFolder: '/srv/guatu/data',
        databaseUrl: undefined,
        fontFolder: undefined,
        todayOverride: undefined,
        demonstrate: true,
        chain: 'sha256',
      },
    })
  })

  test('a relative data folder is below the checkout, an absolute one stays', () => {
    const folder = (GUATU_DATA: string) => loadConfig({ GUATU_DATA }, root).dataFolder
    expect(folder('elsewhere/x')).toBe('/srv/guatu/elsewhere/x')
    expect(folder('/var/lib/guatu/')).toBe('/var/lib/guatu')
  })

  test('takes what is valid', () => {
    const environment = {
      GUATU_PORT: '0',
      GUATU_TODAY: '2024-02-29',
      DATABASE_URL: 'postgres://u@h/d',
      GUATU_DEMO: '0',
    }
    expect(loadConfig(environment, root)).toMatchObject({
      port: 0,
      todayOverride: '2024-02-29',
      databaseUrl: 'postgres://u@h/d',
      demonstrate: false,
    })
  })

  test('names all that is wrong at once, and never the password', () => {
    const environment = {
      GUATU_PORT: '70000',
      GUATU_TODAY: '2023-02-29',
      DATABASE_URL: 'mysql://u:secret@h/d',
      GUATU_DEMO: 'no',
    }
    const outcome = readConfig(environment, root)
    expect(outcome.kind === 'invalid' && outcome.problems).toHaveLength(4)
    expect(() => loadConfig(environment, root)).toThrow(/GUATU_PORT.*DATABASE_URL.*GUATU_TODAY.*GUATU_DEMO/)
    expect(() => loadConfig(environment, root)).not.toThrow(/secret/)
  })

  test.each(['-1', '1e3', '7330x', '65536', '٣'])('%s is no port', (GUATU_PORT) => {
    expect(readConfig({ GUATU_PORT }, root).kind).toBe('invalid')
  })
})

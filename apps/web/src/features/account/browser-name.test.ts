import { expect, it } from 'vitest'
import { browserName } from './browser-name.ts'

const mozilla = 'Mozilla/5.0'
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  [`${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0`, 'Edge · Windows'],
  [`${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/109.0.0.0 Safari/537.36`, 'Chrome · Windows'],
  [`${mozilla} (Linux; Android 14) ${webkit} Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0`, '微信 · Android'],
  [`${mozilla} (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 Version/17.0 Safari/604.1`, 'Safari · iOS'],
  [`${mozilla} (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0`, 'Firefox · Linux'],
  ['node', 'node'],
  ['curl/8.4.0', 'curl'],
  ['', ''],
])('%s is %s', (agent, name) => {
  expect(browserName(agent)).toBe(name)
})

import { isIP } from 'node:net'
import type { Refusal } from '@guatu/kernel'
import type { NoticeSettings } from '../settings.ts'

/** An IPv4 address as a number. */
const numberOf = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

const inBlock = (address: number, block: string, bits: number) => {
  const size = 2 ** (32 - bits)
  return Math.floor(address / size) === Math.floor(numberOf(block) / size)
}

/** Networks that are a site's own (RFC 1918, 6598, 4193, loopback), by their blocks. */
const ownBlocks: readonly (readonly [string, number])[] = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
]

/** Never a receiver: this network, link-local with the metadata services of clouds, multicast, reserved. */
const neverBlocks: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

export type Reach = 'public' | 'own' | 'never'

function reachOf4(address: string): Reach {
  const value = numberOf(address)
  const within = (blocks: typeof ownBlocks) => blocks.some(([block, bits]) => inBlock(value, block, bits))
  if (within(neverBlocks)) return 'never'
  // The metadata service of one of the country's clouds lies within the shared block.
  if (address === '100.100.100.200') return 'never'
  return within(ownBlocks) ? 'own' : 'public'
}

/** Where an address leads to. */
export function reachOf(address: string): Reach {
  if (isIP(address) === 4) return reachOf4(address)
  const lower = address.toLowerCase()
  const mapped = /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/.exec(lower)
  if (mapped) return reachOf4(mapped[1]!)
  if (lower === '::1' || /^f[cd]/.test(lower)) return 'own'
  // Everything routed on the net at large lies in 2000::/3; ways into IPv4 from there are left out.
  return /^[23]/.test(lower) && !/^(2002:|2001:0?:|2001::)/.test(lower) ? 'public' : 'never'
}

type Allowed = Pick<NoticeSettings, 'webhookHosts' | 'privateHosts'>

export const mayReach = (address: string, { privateHosts }: Allowed): boolean => {
  const reach = reachOf(address)
  return reach === 'public' || (reach === 'own' && privateHosts)
}

const wrong = (zh: string, en: string): Refusal => ({ code: 'CHANNEL_INVALID', path: 'address', message: { zh, en } })

/** Everything that is wrong with an address that messages shall go to. */
export function targetRefusals(address: string, allowed: Allowed): Refusal[] {
  if (!URL.canParse(address)) return [wrong('不是网址', 'This is no address')]
  const { protocol, host, hostname, username, password } = new URL(address)
  const bare = hostname.replace(/^\[|\]$/g, '')
  const refusals: Refusal[] = []
  const plain = protocol === 'http:' && allowed.privateHosts
  if (protocol !== 'https:' && !plain) {
    refusals.push(wrong('只能用 https 地址', 'Only addresses that begin with https are taken'))
  }
  if (username || password) refusals.push(wrong('网址里不能带用户名和密码', 'The address holds a user or password'))
  if (!allowed.webhookHosts.includes(host)) {
    const listed = allowed.webhookHosts.join('、') || '无'
    refusals.push({
      ...wrong(
        `${host} 不在允许的主机里（${listed}），请运维人员在 GUATU_WEBHOOK_HOSTS 里加上`,
        `${host} is no allowed host (${allowed.webhookHosts.join(', ') || 'none'}): the operator names it in GUATU_WEBHOOK_HOSTS`,
      ),
      accepted: allowed.webhookHosts,
    })
  }
  if (isIP(bare) && !mayReach(bare, allowed)) {
    refusals.push(wrong('这个地址在内部网络里，不能发送', 'This address lies in a network of the site’s own'))
  }
  return refusals
}

import { expect, test } from 'vitest'
import { reachOf, targetRefusals } from './target.ts'

test('addresses are known for where they lead', () => {
  const known = {
    '8.8.8.8': 'public',
    '10.1.2.3': 'own',
    '172.31.255.255': 'own',
    '172.32.0.1': 'public',
    '192.168.1.1': 'own',
    '100.64.0.1': 'own',
    '127.0.0.1': 'own',
    '0.0.0.0': 'never',
    '169.254.169.254': 'never',
    '100.100.100.200': 'never',
    '224.0.0.1': 'never',
    '255.255.255.255': 'never',
    '::1': 'own',
    'fd00::1': 'own',
    'fe80::1': 'never',
    '::ffff:10.0.0.1': 'own',
    '::ffff:169.254.169.254': 'never',
    '2400:3200::1': 'public',
    '2002:a00:1::': 'never',
    '64:ff9b::a00:1': 'never',
    'ff02::1': 'never',
  }
  expect(Object.fromEntries(Object.keys(known).map((address) => [address, reachOf(address)]))).toEqual(known)
})

const codes = (address: string, hosts: readonly string[], privateHosts = false) =>
  targetRefusals(address, { webhookHosts: hosts, privateHosts }).length

test('only listed hosts by https, without user and password', () => {
  const hosts = ['oapi.dingtalk.com', '10.0.0.5:8080', '169.254.169.254']
  expect(codes('https://oapi.dingtalk.com/robot/send?access_token=x', hosts)).toBe(0)
  expect(codes('https://oapi.dingtalk.com.evil.cn/robot', hosts)).toBe(1)
  expect(codes('https://oapi.dingtalk.com:8443/robot', hosts)).toBe(1)
  expect(codes('http://u:p@evil.cn/', hosts)).toBe(3)
  expect(codes('no address', hosts)).toBe(1)
  expect(codes('https://10.0.0.5:8080/', hosts)).toBe(1)
  expect(codes('http://10.0.0.5:8080/', hosts, true)).toBe(0)
  expect(codes('http://169.254.169.254/latest/meta-data', hosts, true)).toBe(1)
  // A number in other words is the same number.
  expect(codes('https://0xa9fea9fe/', ['169.254.169.254'], true)).toBe(1)
})

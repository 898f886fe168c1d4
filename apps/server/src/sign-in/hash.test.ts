import { expect, test } from 'vitest'
import { hashPassword, newSecret, passwordCost, secretHash, unusableHash, verifyPassword } from './hash.ts'

test('a password opens its own hash and no other, in whatever form its characters come', async () => {
  const hash = await hashPassword('caf\u00e9-Fern!7')
  expect(hash).toContain(`scrypt$${passwordCost.N}$${passwordCost.r}$${passwordCost.p}$`)
  expect(hash).not.toContain('Fern')
  expect(await hashPassword('caf\u00e9-Fern!7')).not.toBe(hash)
  expect(await verifyPassword({ hash, password: 'cafe\u0301-Fern!7' })).toBe(true)
  expect(await verifyPassword({ hash, password: 'caf\u00e9-Fern!8' })).toBe(false)
  expect(await verifyPassword({ hash: await unusableHash(), password: '' })).toBe(false)
  await expect(verifyPassword({ hash: 'plain text', password: 'plain text' })).rejects.toThrow()
})

test('a hash made with another cost still opens', async () => {
  // scrypt test vector of RFC 7914, section 12: "pleaseletmein", "SodiumChloride", N = 16384, r = 8, p = 1, first 32 bytes.
  const key = Buffer.from('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2', 'hex').toString(
    'base64url',
  )
  const hash = `scrypt$16384$8$1$${Buffer.from('SodiumChloride').toString('base64url')}$${key}`
  expect(await verifyPassword({ hash, password: 'pleaseletmein' })).toBe(true)
})

test('secrets are long and never the same', () => {
  const secrets = new Set(Array.from({ length: 100 }, newSecret))
  expect(secrets.size).toBe(100)
  for (const secret of secrets) expect(secret).toHaveLength(43)
  expect(secretHash('a')).not.toBe(secretHash('b'))
})

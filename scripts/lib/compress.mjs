import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/**
 * Lays a .br and a .gz beside every text file of a folder, so that the server never compresses the same file twice.
 * @param {string} folder
 */
export function compressFolder(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => /\.(js|css|svg|json)$/.test(name))) {
    const bytes = readFileSync(`${folder}/${file}`)
    if (bytes.length < 1024) continue
    writeFileSync(
      `${folder}/${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    )
    writeFileSync(`${folder}/${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

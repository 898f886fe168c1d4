// `npm run audit`: known weaknesses of what ships, where the registry tells of them, and the licences, which need no registry.
import { spawn } from 'node:child_process'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { run, script } from './lib/run.mjs'

/**
 * What npm prints, whatever it ends with.
 * @returns {Promise<string>}
 */
function askRegistry() {
  return new Promise((resolve) => {
    const child = spawn('npm', ['audit', '--omit=dev', '--json'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
    })
    child.once('error', () => resolve(''))
    child.once('close', () => resolve(text))
  })
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** Answers whether anything grave is known; a registry that does not tell is said to be one. */
async function auditWeaknesses() {
  const reply = parse(await askRegistry())
  const counts = reply.metadata?.vulnerabilities
  if (!counts) {
    console.log(
      '软件源不提供漏洞查询，依赖的已知漏洞没有查 (the registry offers no audit: known weaknesses were NOT checked)',
    )
    if (reply.message) console.log(`  ${reply.message.split(' - ')[0]}`)
    return false
  }
  for (const [name, { severity, via }] of Object.entries(reply.vulnerabilities ?? {})) {
    const titles = via.map((/** @type {string | {title: string}} */ one) => (typeof one === 'string' ? one : one.title))
    console.log(`  ${severity}: ${name}: ${titles.join('; ')}`)
  }
  console.log(`已知漏洞 (known weaknesses): ${JSON.stringify(counts)}`)
  return counts.high + counts.critical > 0
}

await script(async () => {
  await ensureInstalled()
  console.log('== known weaknesses')
  const isGrave = await auditWeaknesses()
  console.log('\n== licences')
  const args = ['run', '--project', 'tidy', 'tidy/licences.test.ts']
  const code = await run(`${root}/node_modules/.bin/vitest`, args)
  process.exitCode = isGrave || code !== 0 ? 1 : 0
})

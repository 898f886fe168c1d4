import { type Plugin, runnerImport } from 'vite'

const source = '@guatu/playbooks'
const parts = ['playbooks', 'dictionaries'] as const
type Part = (typeof parts)[number]

const moduleOf = (part: Part): string => `\0guatu-${part}`
const partOf = (id: string): Part | undefined => parts.find((part) => moduleOf(part) === id)

/**
 * Ships lists as data: they are checked here, at build time, so the browser loads neither the checks nor the expression
 * language to define them again. Dictionaries make a module of their own, so only screens that need them load them.
 */
export function playbookData(): Plugin {
  return {
    name: 'guatu-playbook-data',
    enforce: 'pre',
    resolveId: (id) => (id === source ? '\0guatu-lists' : partOf(id) ? id : undefined),
    async load(id) {
      if (id === '\0guatu-lists')
        return parts.map((part) => `export { ${part} } from ${JSON.stringify(moduleOf(part))}`).join('\n')
      const part = partOf(id)
      if (!part) return undefined
      const { module } = await runnerImport<Record<Part, unknown>>(source)
      const text = JSON.stringify(JSON.stringify(module[part]))
      return { code: `export const ${part} = /*#__PURE__*/ JSON.parse(${text})`, moduleSideEffects: false }
    },
  }
}

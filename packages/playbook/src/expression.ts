import { Environment } from '@marcbachmann/cel-js'

/** The one place that knows the CEL library; everything else sees scopes, sources and tests. */
export type ScopeType = 'double' | 'bool' | 'string' | 'list<string>'

export type ScopeValue = number | boolean | string | readonly string[]

/** Variables and what each of them holds: `{ node: { lateDays: 'double' } }`. */
export type Scope = Readonly<Record<string, Readonly<Record<string, ScopeType>>>>

export type ScopeValues = Readonly<Record<string, Readonly<Record<string, ScopeValue>>>>

export type Compiled =
  | { readonly kind: 'compiled'; readonly test: (values: ScopeValues) => boolean }
  | { readonly kind: 'mistake'; readonly message: string }

/**
 * CEL keeps int and double apart and has no overload between them beyond ordering. Rule authors write `node.lateDays == 7`
 * and mean the number, so arithmetic and equality with whole literals are declared here.
 */
function numericEnvironment(): Environment {
  const environment = new Environment()
  environment.registerOperator('double == int', (left: number, right: bigint) => left === Number(right))
  const arithmetic: Record<string, (left: number, right: number) => number> = {
    '+': (left, right) => left + right,
    '-': (left, right) => left - right,
    '*': (left, right) => left * right,
    '/': (left, right) => left / right,
  }
  for (const [operator, apply] of Object.entries(arithmetic)) {
    environment.registerOperator(`double ${operator} int: double`, (left: number, right: bigint) =>
      apply(left, Number(right)),
    )
    environment.registerOperator(`int ${operator} double: double`, (left: bigint, right: number) =>
      apply(Number(left), right),
    )
  }
  return environment
}

/** Compiler of the expressions of one scope: a type error, an unknown name or a result that is no bool is a mistake. */
export function expressionCompiler(scope: Scope): (source: string) => Compiled {
  const environment = numericEnvironment()
  for (const [name, schema] of Object.entries(scope)) environment.registerVariable(name, { schema: { ...schema } })
  return (source) => {
    try {
      const parsed = environment.parse(source)
      const checked = parsed.check()
      if (!checked.valid) return { kind: 'mistake', message: firstLine(checked.error) }
      if (checked.type !== 'bool') return { kind: 'mistake', message: `gives ${checked.type}, not bool` }
      return { kind: 'compiled', test: (values) => parsed(values) === true }
    } catch (error) {
      return { kind: 'mistake', message: firstLine(error) }
    }
  }
}

/** The test of a compiled expression. Throws on a mistake: a defined playbook has been checked and has none. */
export function soundTest(compiled: Compiled): (values: ScopeValues) => boolean {
  if (compiled.kind === 'mistake') throw new Error(compiled.message)
  return compiled.test
}

/** The library draws the source below its message; a list of mistakes wants the message alone. */
function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}

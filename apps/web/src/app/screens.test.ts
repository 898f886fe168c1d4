import { type Action, actions, type Role, roles, standardRules } from '@guatu/access'
import { describe, expect, it } from 'vitest'
import { mayOpen, navigationFor, placedIn, screenAt, screens, startFor } from './screens.ts'

/** What holders of a role may do somewhere, by the rules that a district starts with. */
const mayOf = (role: Role) => (action: Action) =>
  standardRules.some((rule) => rule.role === role && rule.action === action)

const everyRole = Object.keys(roles) as Role[]

describe('the screens of a role', () => {
  it('start at the cockpit for everybody who reads projects', () => {
    const readers = everyRole.filter((role) => mayOf(role)('item.read'))
    expect(readers.map((role) => startFor(mayOf(role)))).toEqual(readers.map(() => '/'))
  })

  it('start at their own work for the three administrators', () => {
    expect(startFor(mayOf('systemAdmin'))).toBe('/accounts')
    expect(startFor(mayOf('securityAdmin'))).toBe('/accounts')
    expect(startFor(mayOf('auditAdmin'))).toBe('/audit')
    expect(startFor(() => false)).toBe('/account')
  })

  it.each(everyRole)('%s: the navigation leads only to what opens', (role) => {
    const may = mayOf(role)
    expect(navigationFor(may).filter((screen) => !mayOpen(screen, may))).toEqual([])
  })

  it('a deputy reads and nothing else; an administrator finds no project', () => {
    const paths = (role: Role) => navigationFor(mayOf(role)).map(({ path }) => path)
    expect(paths('deputy')).toEqual(['/', '/wall/$playbook', '/list/$playbook', '/screen', '/rules/$playbook'])
    expect(paths('systemAdmin')).toEqual(['/accounts', '/directory'])
    expect(paths('auditAdmin')).toEqual(['/audit'])
    expect(paths('securityAdmin')).toEqual(['/accounts', '/directory', '/access'])
  })
})

describe('the navigation', () => {
  const at = (path: string, group?: 'push' | 'keep') => ({
    path,
    title: { zh: path, en: path },
    ...(group ? { group } : {}),
  })

  it('gathers a group where its first screen stands, in the order of the table', () => {
    const places = placedIn([at('a'), at('b', 'push'), at('c'), at('d', 'push'), at('e')])
    const told = places.map((place) =>
      place.kind === 'one' ? place.screen.path : place.screens.map(({ path }) => path),
    )
    expect(told).toEqual(['a', ['b', 'd'], 'c', 'e'])
  })

  it('shows a group of one as the screen that it is', () => {
    expect(placedIn([at('a', 'keep'), at('b')]).map(({ kind }) => kind)).toEqual(['one', 'one'])
  })

  it('lays a group open that is the whole of somebody’s work', () => {
    expect(placedIn([at('a', 'keep'), at('b', 'keep')]).map(({ kind }) => kind)).toEqual(['one', 'one'])
  })

  it.each(everyRole)('%s finds every screen of his once', (role) => {
    const own = navigationFor(mayOf(role))
    const placed = placedIn(own).flatMap((place) => (place.kind === 'one' ? [place.screen] : place.screens))
    expect(placed.map(({ path }) => path).sort()).toEqual(own.map(({ path }) => path).sort())
  })
})

describe('the table of screens', () => {
  it('names each path once and only actions that exist', () => {
    expect(new Set(screens.map(({ path }) => path)).size).toBe(screens.length)
    expect(
      screens.flatMap(({ opens, shown }) => [...opens, ...shown]).filter((action) => !(action in actions)),
    ).toEqual([])
  })

  it('knows a screen by its path and leaves the others to everybody', () => {
    expect(screenAt('/audit')?.opens).toEqual(['audit.read'])
    expect(screenAt('/account')).toBeUndefined()
  })
})

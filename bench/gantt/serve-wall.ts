import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { getSession, getWallMap, type Session, type WallItem } from '@guatu/contract'
import { playbooks } from '@guatu/playbooks'
import type { Page, Route } from 'playwright-core'
import { testToday } from '../../apps/web/src/features/wall-map/testing/wall-fixture.ts'
import { projectRoot } from '../../scripts/testing/instance.ts'

const dist = join(projectRoot, 'apps/web/dist')
const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
}

export const benchOrigin = 'http://guatu.bench'
export const benchPlaybook = playbooks[0]!.key

const session: Session = {
  me: null,
  district: { districtId: '330402', name: '测试区', shortName: '测试' },
  today: testToday,
  demonstration: false,
  playbooks: [{ key: benchPlaybook, version: 1, itemCount: 0 }],
  orgs: [],
  persons: [],
  areas: [],
}

function fulfilFile(route: Route, path: string): Promise<void> {
  const file = join(dist, path)
  const found = existsSync(file) && statSync(file).isFile() ? file : join(dist, 'index.html')
  return route.fulfill({ body: readFileSync(found), contentType: contentTypes[extname(found)] ?? 'text/plain' })
}

/** Answers a page's requests with the built web and a made-up wall: no server and no database take part. */
export async function serveWall(page: Page, items: readonly WallItem[]): Promise<void> {
  await page.route(`${benchOrigin}/**`, (route) => {
    const { pathname, searchParams } = new URL(route.request().url())
    if (pathname === getSession.path) return route.fulfill({ json: session })
    if (pathname === getWallMap.path) {
      const offset = Number(searchParams.get('offset') ?? 0)
      const page = items.slice(offset, offset + Number(searchParams.get('limit') ?? 200))
      return route.fulfill({ json: { total: items.length, items: page } })
    }
    return pathname.startsWith('/api/') ? route.fulfill({ status: 404, json: {} }) : fulfilFile(route, pathname)
  })
}

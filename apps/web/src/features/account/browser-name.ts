/** The order matters: Edge calls itself Chrome too, and every one of them Mozilla. */
const browsers: readonly (readonly [mark: RegExp, name: string])[] = [
  [/MicroMessenger\//, '微信'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/360SE|QihooBrowser|QHBrowser/, '360'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|HeadlessChrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: readonly (readonly [mark: RegExp, name: string])[] = [
  [/Windows NT/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

const nameIn = (table: typeof browsers, agent: string): string | undefined =>
  table.find(([mark]) => mark.test(agent))?.[1]

/** A browser as people call it: `Edge · Windows`. A program's own name stands as it is, up to its first word. */
export function browserName(agent: string): string {
  const browser = nameIn(browsers, agent)
  const system = nameIn(systems, agent)
  const known = [browser, system].filter(Boolean).join(' · ')
  return known || agent.split(/[\s/]/)[0]!.slice(0, 30)
}

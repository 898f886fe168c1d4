import { type Language, type RungLevel, rungLevels } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'

type Data = Readonly<Record<string, unknown>>
interface Context {
  readonly playbook: Playbook
}

const clockTitle = ({ playbook }: Context, key: unknown, language: Language) =>
  playbook.clocks?.find((clock) => clock.key === key)?.title[language] ?? String(key)

/** A clock that was stopped, with its ground, in words. */
export function clockPaused(data: Data, context: Context, language: Language): string {
  const clock = context.playbook.clocks?.find(({ key }) => key === data.clock)
  const ground = clock?.pauses[String(data.ground)]?.[language] ?? String(data.ground)
  const title = clockTitle(context, data.clock, language)
  return {
    zh: `“${title}”停止计时（${ground}）：${data.text}`,
    en: `${title} stopped (${ground}): ${data.text}`,
  }[language]
}

/** A clock that runs on, in words. */
export function clockResumed(data: Data, context: Context, language: Language): string {
  const title = clockTitle(context, data.clock, language)
  const text = data.text ? { zh: `：${data.text}`, en: `: ${data.text}` }[language] : ''
  return { zh: `“${title}”恢复计时${text}`, en: `${title} runs on${text}` }[language]
}

/** A rung of the ladder that was reached, in words. */
export function escalated({ to }: Data, { playbook }: Context, language: Language): string {
  const rung = playbook.ladder?.find(({ level }) => level === to)?.title[language]
  const place = rungLevels.indexOf(to as RungLevel) + 1
  return { zh: `升级至${rung ?? `第 ${place} 级`}`, en: `Escalated to ${rung ?? `rung ${place}`}` }[language]
}

function linkText({ kind, title, nodeKey }: Data, { playbook }: Context, language: Language): string {
  const words = playbook.linkKinds?.[String(kind)]?.title[language] ?? String(kind)
  const node = nodeKey ? { zh: `（节点 ${nodeKey}）`, en: ` (node ${nodeKey})` }[language] : ''
  return { zh: `${words}“${title}”${node}`, en: `${words} ${title}${node}` }[language]
}

/** A link that was made, in words. */
export const linkAdded = (data: Data, context: Context, language: Language): string =>
  ({ zh: `关联：${linkText(data, context, 'zh')}`, en: `Linked: ${linkText(data, context, 'en')}` })[language]

/** A link that was ended, in words. */
export const linkRemoved = (data: Data, context: Context, language: Language): string =>
  ({ zh: `解除关联：${linkText(data, context, 'zh')}`, en: `Link ended: ${linkText(data, context, 'en')}` })[language]

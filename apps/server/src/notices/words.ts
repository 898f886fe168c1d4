import type { Holder } from '@guatu/access'
import type { Language, Title } from '@guatu/kernel'
import { at, dutiesOf } from './event-data.ts'
import type { NoticeRule } from './rules.ts'
import type { ItemView, ToldEvent } from './telling.ts'

/** So many names are spelt out. */
const spelt = 3

const joined = (names: readonly string[], language: Language): string => {
  const shown = names.slice(0, spelt).join(language === 'zh' ? '、' : ', ')
  const more = names.length - spelt
  if (more <= 0) return shown
  return language === 'zh' ? `${shown}等 ${names.length} 项` : `${shown} and ${more} more`
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

type Lookup = (event: ToldEvent, item: ItemView | null, holder: Holder, language: Language) => string

const stageTitle = (item: ItemView | null, key: string, language: Language) =>
  item?.playbook.stages.find((stage) => stage.key === key)?.title[language] ?? key

function postText({ data }: ToldEvent): string {
  const post = at(data, 'post') ?? at(data, 'after.post')
  const { unit, title } = (post ?? {}) as Readonly<Record<string, unknown>>
  return [text(unit), text(title)].filter(Boolean).join(' ')
}

const lookups: Readonly<Record<string, Lookup>> = {
  stage: (_event, item, _holder, language) => (item ? stageTitle(item, item.stage, language) : ''),
  from: ({ data }, item, _holder, language) => stageTitle(item, text(data.from), language),
  rules: ({ data }, item, _holder, language) => {
    const keys = Array.isArray(data.rules) ? data.rules.map(String) : []
    const titles = keys.map(
      (key) => item?.playbook.lamps.rules.find((rule) => rule.key === key)?.title[language] ?? key,
    )
    return joined(titles, language)
  },
  level: ({ data }, item, _holder, language) =>
    item?.playbook.ladder?.find(({ level }) => level === data.to)?.title[language] ?? text(data.to),
  clock: ({ data }, item, _holder, language) =>
    item?.playbook.clocks?.find(({ key }) => key === data.clock)?.title[language] ?? text(data.clock),
  post: (event) => postText(event),
  charge: ({ data }) => text(at(data, 'charge.targetName')),
  nodes: ({ data }, _item, { personId, holdings }, language) => {
    const own = new Set([personId, ...holdings.flatMap(({ orgId, deputyForId }) => [orgId, deputyForId ?? orgId])])
    const mine = dutiesOf(data).filter(({ id }) => own.has(id))
    const shown = mine.length > 0 ? mine : dutiesOf(data)
    return joined([...new Set(shown.map(({ title }) => title))], language)
  },
}

/** The rule's words to one person, in both languages; a colon with nothing behind it goes. */
export function wordsFor(rule: NoticeRule, event: ToldEvent, item: ItemView | null, holder: Holder): Title {
  const said = (language: Language) =>
    rule.text[language]
      .replace(/\{(\w+)\}/g, (_, key: string) => lookups[key]?.(event, item, holder, language) ?? '')
      .replace(/[：:]\s*$/, '')
  return { zh: said('zh'), en: said('en') }
}

import { showValue } from '@guatu/derive'
import { type LampLevel, type Language, lampFaces, moneyFigure, type Title } from '@guatu/kernel'
import { type Dictionaries, type NodeChange, type Playbook, wholeMask } from '@guatu/playbook'
import type { FieldChanges, SavedPlan, StageMove } from '../item-events.ts'
import type { EventRow } from '../schema.ts'
import { baselineFrozen, changeAsked, changeSeen } from './change-text.ts'
import { clockPaused, clockResumed, escalated, linkAdded, linkRemoved } from './loop-text.ts'
import type { Names } from './names.ts'
import { reportWords } from './report-text.ts'
import { signWords } from './sign-text.ts'

/** What the words of an event are looked up in. */
export interface TextContext {
  readonly playbook: Playbook
  readonly dictionaries: Dictionaries
  readonly names: Names
  readonly today: string
}

type Data = Readonly<Record<string, unknown>>
type Words = (data: Data, context: TextContext, language: Language) => string

const join: Record<Language, string> = { zh: '；', en: '; ' }
const stageTitle = (playbook: Playbook, key: unknown, language: Language) =>
  playbook.stages.find((stage) => stage.key === key)?.title[language] ?? String(key)

const spansText = (spans: unknown) =>
  (spans as readonly { from: string; to: string }[]).map(({ from, to }) => `${from}–${to}`).join(' ')

/** At most so many changes are spelt out; the event's data holds all. */
const spelt = 4

function changeText(key: string, change: FieldChanges[string], context: TextContext, language: Language): string {
  const field = context.playbook.fields[key]
  const title = field?.title[language] ?? key
  const { dictionaries, names, today } = context
  const show = (value: unknown) => {
    if (!field || value === null) return ''
    if (field.secret) return wholeMask
    return showValue(field, value, { language, today, dictionaries, nameOf: (_kind, id) => names.get(id) ?? null })
  }
  const [from, to] = [show(change.from), show(change.to)]
  const texts: Record<Language, string> = {
    zh: from && to ? `${title} 由 ${from} 改为 ${to}` : to ? `填写${title}：${to}` : `清除${title}（原为 ${from}）`,
    en: from && to ? `${title} from ${from} to ${to}` : to ? `${title} set to ${to}` : `${title} cleared (was ${from})`,
  }
  return texts[language]
}

/** Names the secret fields that were changed, never their values. */
function secretsText(data: Data, { playbook }: TextContext, language: Language): string[] {
  const told = (data.secrets ?? []) as readonly { readonly changes: Readonly<Record<string, unknown>> }[]
  const titles = told
    .flatMap(({ changes }) => Object.keys(changes))
    .map((key) => playbook.fields[key]?.title[language] ?? key)
  if (titles.length === 0) return []
  return [{ zh: `改动${titles.join('、')}（不公开）`, en: `${titles.join(', ')} changed (not shown)` }[language]]
}

const updated: Words = (data, context, language) => {
  const changes = Object.entries(data.changes as FieldChanges)
  const texts = changes.slice(0, spelt).map(([key, change]) => changeText(key, change, context, language))
  const more = { zh: `等 ${changes.length} 项`, en: `and ${changes.length - spelt} more` }[language]
  const told = [...texts, ...(changes.length > spelt ? [more] : []), ...secretsText(data, context, language)]
  return told.join(join[language])
}

/** A move in its own words where the list has some, the stages, and what was filled in with it. */
const advanced: Words = (data, context, language) => {
  const { playbook } = context
  const { from, to, back, move, changes = {} } = data as unknown as StageMove
  const words = playbook.moves.find((one) => one.from === from && one.to === to && (!move || one.key === move))?.title
  const [before, after] = [stageTitle(playbook, from, language), stageTitle(playbook, to, language)]
  const texts: Record<Language, string> = {
    zh: back ? `阶段由“${before}”退回“${after}”` : `阶段由“${before}”进入“${after}”`,
    en: back ? `Sent back from ${before} to ${after}` : `Moved from ${before} to ${after}`,
  }
  const moved = from === to ? [] : [texts[language]]
  const filled = Object.entries(changes)
    .slice(0, spelt)
    .map(([key, change]) => changeText(key, change, context, language))
  const told = [...(words ? [words[language]] : []), ...moved, ...filled, ...secretsText(data, context, language)]
  return told.join(join[language])
}

const ruleTitles = (playbook: Playbook, rules: unknown, language: Language) =>
  (rules as readonly string[])
    .map((key) => playbook.lamps.rules.find((rule) => rule.key === key)?.title[language] ?? key)
    .join(language === 'zh' ? '、' : ', ')

const lit: Words = (data, { playbook }, language) => {
  const [from, to] = [lampFaces[data.from as LampLevel], lampFaces[data.to as LampLevel]]
  const rules = ruleTitles(playbook, data.rules, language)
  const text = { zh: `由${from.title.zh}转为${to.title.zh}`, en: `From ${from.title.en} to ${to.title.en}` }[language]
  return rules ? `${text}${{ zh: '：', en: ': ' }[language]}${rules}` : text
}

function nodeText(change: NodeChange, title: string, language: Language): string {
  const day = (date: string) => date.replace(/^\d{4}-0?(\d+)-0?(\d+)$/, language === 'zh' ? '$1月$2日' : '$1/$2')
  const parts: Record<Language, string>[] = []
  const { actualStart, actualFinish, notBefore, durationWorkdays } = change
  if (actualStart) parts.push({ zh: `${day(actualStart)}启动`, en: `started ${day(actualStart)}` })
  if (actualFinish) parts.push({ zh: `${day(actualFinish)}完成`, en: `finished ${day(actualFinish)}` })
  if (actualFinish === null) parts.push({ zh: '改为未完成', en: 'reopened' })
  if (notBefore) parts.push({ zh: `不早于${day(notBefore)}开始`, en: `not before ${day(notBefore)}` })
  if (durationWorkdays !== undefined)
    parts.push({ zh: `工期 ${durationWorkdays} 个工作日`, en: `${durationWorkdays} workdays` })
  if (parts.length === 0) parts.push({ zh: '调整责任或标准', en: 'responsibility or standard changed' })
  const text = parts.map((part) => part[language]).join(language === 'zh' ? '，' : ', ')
  return language === 'zh' ? `节点“${title}”${text}` : `${title} ${text}`
}

const planned: Words = (data, _context, language) => {
  const { changes, titles, movedNodes, finishShiftWorkdays: shift, finish } = data as unknown as SavedPlan
  const texts = changes
    .slice(0, spelt)
    .map((change) => nodeText(change, titles[change.nodeKey] ?? change.nodeKey, language))
  if (finish) texts.push({ zh: `竣工改为 ${finish}`, en: `finish set to ${finish}` }[language])
  if (movedNodes > 0) texts.push({ zh: `${movedNodes} 个节点随之调整`, en: `${movedNodes} nodes follow` }[language])
  if (shift !== 0) {
    const days = Math.abs(shift)
    const zh = `最后节点${shift > 0 ? '推迟' : '提前'} ${days} 个工作日`
    texts.push({ zh, en: `last node ${days} workdays ${shift > 0 ? 'later' : 'earlier'}` }[language])
  }
  return texts.join(join[language])
}

function figureText(data: Data, { playbook }: TextContext, language: Language): string {
  const title = playbook.metrics[String(data.metric)]?.title[language] ?? String(data.metric)
  const period = String(data.period)
  const shown =
    language === 'zh'
      ? period.replace(/^(\d{4})(?:-0?(\d+))?$/, (_, year, month) => (month ? `${year}年${month}月` : `${year}年`))
      : period
  const isMoney = playbook.metrics[String(data.metric)]?.unit === 'CNY'
  const figure = isMoney ? moneyFigure(String(data.value), (data.currency as 'CNY' | null) ?? 'CNY', language) : null
  const value = figure ? `${figure.number} ${figure.unit}` : String(data.value)
  return language === 'zh' ? `${title}（${shown}）${value}` : `${title} (${shown}) ${value}`
}

/** `导入《x.xlsx》：新增 16 个、改动 3 个` */
function importText({ fileName }: Data, act: Title, counts: Title | null, language: Language): string {
  const file = { zh: fileName ? `《${fileName}》` : '台账', en: fileName ? ` ${fileName}` : '' }[language]
  if (!counts) return `${act[language]}${file}`
  return `${act[language]}${file}${{ zh: '：', en: ': ' }[language]}${counts[language]}`
}

const words: Readonly<Record<string, Words>> = {
  'item.created': (data, { playbook }, language) => {
    const stage = stageTitle(playbook, data.stage, language)
    return { zh: `列入清单，阶段“${stage}”`, en: `Put on the list at ${stage}` }[language]
  },
  'item.updated': updated,
  'item.advanced': advanced,
  'item.lit': lit,
  'item.escalated': escalated,
  'clock.paused': clockPaused,
  'clock.resumed': clockResumed,
  'link.added': linkAdded,
  'link.removed': linkRemoved,
  'plan.saved': planned,
  'baseline.frozen': baselineFrozen,
  'change.asked': changeAsked,
  'change.seen': changeSeen,
  'fact.reported': (data, context, language) => {
    const text = figureText(data, context, language)
    return { zh: `报送${text}`, en: `Reported ${text}` }[language]
  },
  'fact.verified': (data, context, language) => {
    const text = figureText(data, context, language)
    return { zh: `核实${text}`, en: `Verified ${text}` }[language]
  },
  'fact.withdrawn': (data, context, language) => {
    const text = figureText(data, context, language)
    return { zh: `撤回${text}`, en: `Withdrew ${text}` }[language]
  },
  ...reportWords,
  ...signWords,
  'item.opened': (data, _context, language) =>
    data.opened
      ? { zh: '向人大公开', en: 'Opened to oversight' }[language]
      : { zh: '停止向人大公开', en: 'Closed to oversight' }[language],
  'evidence.added': (data, _context, language) =>
    ({ zh: `上传佐证《${data.fileName}》`, en: `Evidence ${data.fileName} added` })[language],
  'evidence.described': (data, _context, language) =>
    ({ zh: `补充佐证《${data.fileName}》的说明`, en: `Evidence ${data.fileName} described` })[language],
  'evidence.withdrawn': (data, _context, language) =>
    ({ zh: `撤回佐证《${data.fileName}》`, en: `Evidence ${data.fileName} withdrawn` })[language],
  'plan.edited': (_data, _context, language) =>
    ({ zh: '修改了节点模板与亮灯阈值', en: 'Node template and lamp thresholds edited' })[language],
  'rules.saved': ({ added, removed, changed }, _context, language) => {
    const [more, fewer, other] = [added, removed, changed].map((list) => (list as readonly unknown[]).length)
    return {
      zh: `修改了权限规则：增加 ${more} 条、删除 ${fewer} 条、改动 ${other} 条`,
      en: `Rules of access set: ${more} added, ${fewer} removed, ${other} changed`,
    }[language]
  },
  'hours.saved': ({ from, to }, _context, language) => {
    const [before, after] = [spansText(from), spansText(to)]
    return {
      zh: `工作时间由 ${before} 改为 ${after}`,
      en: `Working hours changed from ${before} to ${after}`,
    }[language]
  },
  'areaMap.saved': (_data, _context, language) => ({ zh: '载入了区域边界', en: 'Boundary file loaded' })[language],
  'import.committed': (data, _context, language) => {
    const { created, changed } = data
    const [zh, en] = [`新增 ${created} 个、改动 ${changed} 个`, `${created} new, ${changed} changed`]
    return importText(data, { zh: '导入', en: 'Imported' }, created === undefined ? null : { zh, en }, language)
  },
  'import.undone': (data, _context, language) => {
    const { removed, restored } = data
    const [zh, en] = [`移除 ${removed} 个、恢复 ${restored} 个`, `${removed} removed, ${restored} restored`]
    return importText(data, { zh: '撤销导入', en: 'Import taken back' }, { zh, en }, language)
  },
}

/** What an event says to people. */
export function eventText(event: Pick<EventRow, 'verb' | 'data'>, context: TextContext): Title {
  const say = words[event.verb]
  if (!say) return { zh: event.verb, en: event.verb }
  return { zh: say(event.data, context, 'zh'), en: say(event.data, context, 'en') }
}

/** Verbs that people are told of among the changes of a list. */
export const toldVerbs = Object.keys(words)

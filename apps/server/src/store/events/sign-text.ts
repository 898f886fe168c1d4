import { type ExemptionGround, exemptionGrounds, type Language, type SignKey, signs } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'

type Data = Readonly<Record<string, unknown>>
type Words = (data: Data, context: { readonly playbook: Playbook }, language: Language) => string

const ruleTitle = ({ rule }: Data, { lamps }: Playbook, language: Language) =>
  lamps.rules.find(({ key }) => key === rule)?.title[language] ?? String(rule)

const ground = ({ ground: key }: Data, language: Language) =>
  exemptionGrounds[key as ExemptionGround]?.[language] ?? String(key)

const signTitle = ({ sign }: Data, language: Language) => signs[sign as SignKey]?.title[language] ?? String(sign)

const about =
  (zh: string, en: string): Words =>
  (data, { playbook }, language) => {
    const rule = ruleTitle(data, playbook, language)
    const why = ground(data, language)
    return { zh: `${zh}“${rule}”亮灯至 ${data.until}：${why}`, en: `${en} ${rule} until ${data.until}: ${why}` }[
      language
    ]
  }

/** What events of exemptions and of the five signs say to people. */
export const signWords: Readonly<Record<string, Words>> = {
  'exemption.asked': about('申请豁免', 'Exemption asked from'),
  'exemption.granted': about('批准豁免', 'Exemption granted from'),
  'exemption.refused': about('不予豁免', 'Exemption refused from'),
  'exemption.ended': (data, { playbook }, language) => {
    const rule = ruleTitle(data, playbook, language)
    return { zh: `提前终止“${rule}”的豁免`, en: `Exemption from ${rule} ended early` }[language]
  },
  'sign.contested': (data, _context, language) =>
    ({
      zh: `对“${signTitle(data, language)}”的标记申辩：${data.text}`,
      en: `Objected to the sign '${signTitle(data, language)}': ${data.text}`,
    })[language],
  'sign.answered': (data, _context, language) =>
    ({
      zh: `答复“${signTitle(data, language)}”的申辩：${data.upheld ? '成立' : '不成立'}，${data.text}`,
      en: `Objection to '${signTitle(data, language)}' ${data.upheld ? 'upheld' : 'dismissed'}: ${data.text}`,
    })[language],
}

import { endsLikeUnit } from './name-lines.ts'

/** What stands between the names of a list and in none of them. */
const listSigns = /\s*[、;；\r\n]+\s*/
/** What may stand in a name as well: 区经信局/科技局, 大桥镇 人民政府. */
const doubtfulSigns = /\s*[,，/／\s]+\s*/

const parts = (text: string, signs: RegExp): string[] => text.split(signs).filter((part) => part !== '')

/**
 * The units that a cell names, each once. A name that is known is never cut; a doubtful sign parts names only where every
 * part is known, a sign of lists also where every part reads like a unit.
 */
export function unitNames(text: string, isKnown: (name: string) => boolean): string[] {
  const whole = text.trim()
  if (whole === '') return []
  if (isKnown(whole)) return [whole]
  const listed = parts(whole, listSigns).map((part) => {
    const pieces = isKnown(part) ? [part] : parts(part, doubtfulSigns)
    return pieces.every(isKnown) ? pieces : [part]
  })
  const names = listed.flat()
  const parted = names.length > 1 && names.every((name) => isKnown(name) || endsLikeUnit(name))
  return [...new Set(parted ? names : listed.length === 1 ? names : [whole])]
}

const orgEnd =
  /(局|委|办|镇|乡|街道|公司|集团|院|处|中心|所|站|会|部|厅|校|学|行|厂|店|社|村|社区|政府|指挥部|专班|园区|开发区|银行|平台)(\([^()]*\))?$/
/** What goes on with the line above: 大桥镇 | 人民政府. */
const orgGoesOn = /^(人民政府|办事处|街道办|委员会|管委会|管理|有限|股份|集团|公司|分公司|党|\()/
const personName = /^[\p{Script=Han}·]{2,4}(\([^()]*\)|[\p{Script=Han}]{0,4}(长|书记|主任|主席|委员|员|经理|总))?$/u

/** Whether a name ends as the names of units do. */
export const endsLikeUnit = (name: string): boolean => orgEnd.test(name.replace(/（/g, '(').replace(/）/g, ')'))

/**
 * The names in a cell of several lines, or null where the lines are one name that wraps. Each line of a list is a name
 * of its own: a unit by its ending, a person by two to four signs, with an office or a bracket at most.
 */
export function nameLines(text: string, kind: 'org' | 'person'): string[] | null {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim().replace(/[、,，;；]$/, ''))
    .filter((line) => line !== '')
  if (lines.length < 2) return null
  const bare = lines.map((line) => line.replace(/（/g, '(').replace(/）/g, ')').replace(/\s+/g, ''))
  const names =
    kind === 'person'
      ? bare.every((line) => personName.test(line))
      : bare.every((line, at) => orgEnd.test(line) && (at === 0 || !orgGoesOn.test(line)))
  return names ? lines : null
}

import type { Dictionary } from '@guatu/playbook'
import type { NewOrg } from '../store/district.ts'
import { uuidv7 } from '../store/uuid.ts'

/** The district and the units that stand for its areas: what an empty district starts with. */
export function districtOrgs(areas: Dictionary | undefined): NewOrg[] {
  const rootId = uuidv7()
  return (areas?.entries ?? []).map(({ code, title, sort, words = [], ...entry }) => {
    const isRoot = sort === 'district'
    const short = words.find((word) => word.length < title.zh.length) ?? title.zh.replace(/(街道|镇|区域)$/, '')
    return {
      orgId: isRoot ? rootId : uuidv7(),
      parentId: isRoot ? null : rootId,
      kind: sort ?? 'town',
      name: title.zh,
      shortName: isRoot || short === title.zh ? null : short,
      areaCode: code,
      assessed: !isRoot && (entry as { assessed?: boolean }).assessed !== false,
    }
  })
}

type Unit = readonly [name: string, shortName: string]

const departments: readonly Unit[] = [
  ['区发展和改革局', '区发改局'],
  ['区经济信息化局', '区经信局'],
  ['区商务局', '区商务局'],
  ['区投资促进中心', '区投促中心'],
  ['区自然资源和规划分局', '区资规分局'],
  ['区住房和城乡建设局', '区住建局'],
  ['区生态环境分局', '区生态环境分局'],
  ['区农业农村和水利局', '区农业农村和水利局'],
  ['区行政审批局', '区行政审批局'],
  ['区交通运输局', '区交通局'],
  ['区教育体育局', '区教体局'],
  ['区卫生健康局', '区卫健局'],
  ['区文化和广电旅游局', '区文旅局'],
  ['区民政局', '区民政局'],
  ['区科学技术局', '区科技局'],
  ['区财政局', '区财政局'],
  ['区统计局', '区统计局'],
  ['区综合行政执法局', '区执法局'],
]

const platforms: readonly Unit[] = [
  ['南湖城市建设投资集团（演示）', '南湖城投'],
  ['南湖产业发展集团（演示）', '南湖产发'],
  ['湘家荡开发建设公司（演示）', '湘家荡建设'],
  ['南湖科创发展公司（演示）', '南湖科创'],
]

const offices: readonly Unit[] = [
  ['区项目攻坚办公室', '区攻坚办'],
  ['区大数据发展中心', '区大数据中心'],
]

const firms: readonly Unit[] = [
  ['嘉禾新材料有限公司（演示）', '嘉禾新材'],
  ['云栖智造科技有限公司（演示）', '云栖智造'],
]

/** The town that the demonstration's village lies in. */
export const villageTown = '凤桥镇'

/** Units of the demonstration. Departments bear the names that the node templates call for; the rest is invented. */
export function demonstrationOrgs(rootId: string | null, townId: string | null): NewOrg[] {
  const unit = (kind: string, assessed: boolean, parentId: string | null) => {
    return ([name, shortName]: Unit): NewOrg => ({
      orgId: uuidv7(),
      parentId,
      kind,
      name,
      shortName: shortName === name ? null : shortName,
      areaCode: null,
      assessed,
      demonstration: true,
    })
  }
  return [
    unit('leadership', false, rootId)(['区四套班子', '区领导']),
    ...departments.map(unit('department', true, rootId)),
    ...platforms.map(unit('platform', true, rootId)),
    ...offices.map(unit('department', false, rootId)),
    unit('team', false, rootId)(['新材料项目专班（演示）', '新材料专班']),
    unit('village', false, townId ?? rootId)(['联丰村（演示）', '联丰村']),
    ...firms.map(unit('firm', false, rootId)),
    unit('partner', false, rootId)(['长三角产业招商中心（演示）', '长三角招商']),
    unit('congress', false, rootId)(['区人民代表大会', '区人大']),
  ]
}

import { type Dictionary, deepFreeze } from '@guatu/playbook'

const cityZone = {
  zh: '由嘉兴经济技术开发区管理',
  en: 'Run by the city’s economic and technological development zone',
}

/**
 * The areas of Nanhu district, 330402: its thirteen divisions (NBS 2023) and the functional areas that are assessed and
 * are no division. Short names are words only where they name one area: 南湖 alone could be the district, a sub-district
 * or a lake.
 */
export const areas: Dictionary = deepFreeze({
  key: 'areas-330402',
  title: { zh: '区域', en: 'Areas' },
  source: '国家统计局 2023 年统计用区划代码；功能区由区定义',
  editable: true,
  entries: [
    { code: '330402', title: { zh: '南湖区', en: 'Nanhu District' }, sort: 'district', words: ['区本级', '全区'] },
    ...[
      ['330402007', '建设街道', 'Jianshe Sub-district'],
      ['330402008', '解放街道', 'Jiefang Sub-district'],
      ['330402009', '新嘉街道', 'Xinjia Sub-district', '新嘉'],
      ['330402010', '南湖街道', 'Nanhu Sub-district'],
      ['330402011', '新兴街道', 'Xinxing Sub-district'],
      ['330402013', '东栅街道', 'Dongzha Sub-district', '东栅'],
      ['330402015', '七星街道', 'Qixing Sub-district', '七星', '七星镇'],
    ].map(([code = '', zh = '', en = '', ...words]) => ({ ...division(code, zh, en, words), sort: 'subDistrict' })),
    ...[
      ['330402012', '城南街道', 'Chengnan Sub-district', '城南'],
      ['330402014', '长水街道', 'Changshui Sub-district', '长水'],
    ].map(([code = '', zh = '', en = '', ...words]) => ({
      ...division(code, zh, en, words),
      sort: 'subDistrict',
      assessed: false,
      note: cityZone,
    })),
    ...[
      ['330402100', '凤桥镇', 'Fengqiao Town', '凤桥'],
      ['330402101', '余新镇', 'Yuxin Town', '余新'],
      ['330402103', '新丰镇', 'Xinfeng Town', '新丰'],
      ['330402105', '大桥镇', 'Daqiao Town', '大桥'],
    ].map(([code = '', zh = '', en = '', ...words]) => ({ ...division(code, zh, en, words), sort: 'town' })),
    functionalArea('F330402-XJD', '湘家荡区域', 'Xiangjiadang Area', ['湘家荡', '湘家荡度假区', '湘家荡发展区域']),
    functionalArea('F330402-GXQ', '南湖高新区', 'Nanhu High-tech Zone', [
      '南湖高新技术产业园区',
      '嘉兴科技城',
      '科技城',
      '嘉兴科技城管委会',
    ]),
    functionalArea('F330402-JKQ', '南湖经济开发区', 'Nanhu Economic Development Zone', [
      '南湖经开区',
      '南湖开发区',
      '浙江南湖经济开发区',
    ]),
  ],
})

function division(code: string, zh: string, en: string, words: readonly string[]) {
  return { code, title: { zh, en }, words, parent: '330402' }
}

/** Codes of functional areas are the product's own: no standard numbers them. */
function functionalArea(code: string, zh: string, en: string, words: readonly string[]) {
  return { ...division(code, zh, en, words), sort: 'functionalArea' }
}

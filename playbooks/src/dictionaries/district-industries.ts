import { type Dictionary, deepFreeze } from '@guatu/playbook'

/**
 * The district's own industry system. Published texts name it (3221) and define it nowhere, so it ships empty: the
 * district enters its own terms, and nothing is made up for it.
 */
export const districtIndustries: Dictionary = deepFreeze({
  key: 'district-industries',
  title: { zh: '区产业体系', en: 'District industry system' },
  source: '由区自行定义',
  editable: true,
  entries: [],
})

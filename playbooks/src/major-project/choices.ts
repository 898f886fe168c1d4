import type { Choice } from '@guatu/playbook'
import { words } from '../text.ts'

export const buildNatures: Readonly<Record<string, Choice>> = {
  new: { title: words('新建', 'New'), words: ['新开工', '新建项目', '新增'] },
  continued: { title: words('续建', 'Continued'), words: ['续建项目', '结转'] },
  expansion: { title: words('扩建', 'Expansion'), words: ['增资扩产', '改扩建', '扩建项目'] },
  alteration: { title: words('改建', 'Alteration'), words: ['改造', '改建项目', '更新改造'] },
  technical: { title: words('技改', 'Technical upgrade'), words: ['技术改造', '零地技改', '技改项目'] },
  relocation: { title: words('迁建', 'Relocation'), words: ['搬迁', '搬迁改造', '异地迁建'] },
}

export const projectTypes: Readonly<Record<string, Choice>> = {
  industry: { title: words('产业', 'Industry'), words: ['产业类', '产业项目', '工业', '制造业', '工业类', '二产'] },
  service: { title: words('服务业', 'Services'), words: ['服务业类', '三产', '现代服务业', '商贸'] },
  infrastructure: { title: words('基础设施', 'Infrastructure'), words: ['基础设施类', '交通', '市政', '基建', '水利'] },
  renewal: { title: words('城市更新', 'Urban renewal'), words: ['城市更新类', '旧改', '城市有机更新'] },
  livelihood: { title: words('民生', 'Public services'), words: ['社会民生', '社会事业', '公共服务', '民生类'] },
  ecology: { title: words('生态环保', 'Ecology'), words: ['生态', '环保', '生态环境'] },
  agriculture: { title: words('农业农村', 'Agriculture'), words: ['农业', '一产', '乡村振兴'] },
}

export const capitalTypes: Readonly<Record<string, Choice>> = {
  private: {
    title: words('民间资本', 'Private'),
    words: ['民资', '民营', '民间投资', '内资', '社会资本', '企业自筹', '自筹'],
  },
  state: { title: words('国有资本', 'State-owned'), words: ['国资', '国有', '国企', '央企', '平台公司'] },
  foreign: { title: words('外资', 'Foreign'), words: ['外商投资', '外资企业', '港澳台资', '中外合资'] },
  government: { title: words('财政资金', 'Public funds'), words: ['政府投资', '财政', '专项债', '政府'] },
  mixed: { title: words('混合', 'Mixed'), words: ['混合所有制', '多元投资', '政企合作'] },
}

export const landModes: Readonly<Record<string, Choice>> = {
  granted: { title: words('出让', 'Granted'), words: ['招拍挂', '挂牌出让', '公开出让', '新供地', '标准地'] },
  allocated: { title: words('划拨', 'Allocated'), words: ['行政划拨', '划拨用地'] },
  existing: { title: words('存量用地', 'Existing land'), words: ['自有用地', '自有土地', '存量', '零地', '原地'] },
  leased: { title: words('租赁厂房', 'Leased premises'), words: ['租赁', '租用厂房', '标准厂房'] },
}

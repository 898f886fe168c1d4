import type { Text } from '../../app/language.ts'

export const importTexts = {
  sentence: { zh: '从 Excel 导入单位、人员和岗位', en: 'Import units, persons and posts from Excel' },
  hint: {
    zh: '按原样交来即可：合并的单位格、只在首行写单位、一人几个职务都能读。单位和人员由系统管理员写入，岗位由安全管理员用同一文件写入；重复导入不会改动任何内容。',
    en: 'Hand it in as it is: merged unit cells, units named in their first row only, several posts of one person. The system administrator writes units and persons, the security administrator the posts, from the same file; importing it again changes nothing.',
  },
  template: { zh: '下载模板', en: 'Download the template' },
  choose: { zh: '选择文件', en: 'Choose a file' },
  another: { zh: '换一个文件', en: 'Another file' },
  reading: { zh: '正在核对 {{name}}', en: 'Checking {{name}}' },
  ready: {
    zh: '{{name}}：{{rows}} 行，{{changes}} 处变化，{{unchanged}} 行不变',
    en: '{{name}}: {{rows}} rows, {{changes}} changes, {{unchanged}} rows unchanged',
  },
  nothingNew: { zh: '与名录一致，没有要写入的内容', en: 'The directory says the same: nothing to write' },
  leftPosts: {
    zh: '{{count}} 个岗位您无权写入，请安全管理员用同一文件导入',
    en: '{{count}} posts are left to the security administrator',
  },
  leftDirectory: {
    zh: '{{count}} 个单位或人员您无权新增，请系统管理员先导入',
    en: '{{count}} units or persons are left to the system administrator',
  },
  errors: { zh: '错误 {{count}} 处，改好后再导入', en: '{{count}} errors to mend first' },
  warnings: { zh: '提示 {{count}} 处', en: '{{count}} remarks' },
  changes: { zh: '将写入', en: 'To be written' },
  place: { zh: '位置', en: 'Cell' },
  value: { zh: '原文', en: 'As written' },
  problem: { zh: '问题', en: 'Problem' },
  accepted: { zh: '可填：{{list}}', en: 'Accepted: {{list}}' },
  row: { zh: '行', en: 'Row' },
  what: { zh: '变化', en: 'Change' },
  name: { zh: '单位、人员、岗位', en: 'Unit, person, post' },
  cells: { zh: '内容', en: 'Values' },
  empty: { zh: '空', en: 'empty' },
  write: { zh: '写入 {{count}} 处变化', en: 'Write {{count}} changes' },
  written: { zh: '已写入 {{count}} 处变化', en: '{{count}} changes written' },
} satisfies Record<string, Text>

export const changeTitles = {
  unitCreated: { zh: '新增单位', en: 'New unit' },
  unitChanged: { zh: '修改单位', en: 'Unit changed' },
  personCreated: { zh: '新增人员', en: 'New person' },
  personChanged: { zh: '修改人员', en: 'Person changed' },
  postAssigned: { zh: '新增岗位', en: 'New post' },
  postChanged: { zh: '修改岗位', en: 'Post changed' },
} satisfies Record<string, Text>

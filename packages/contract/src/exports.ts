import { Type } from 'typebox'
import { ItemQuery } from './items.ts'
import { route } from './route.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const exportItems = route({
  name: 'exportItems',
  needs: 'item.read',
  method: 'GET',
  path: '/api/export.xlsx',
  summary: 'A selection of a list as a workbook that can be imported again',
  query: Type.Object({ ...ItemQuery, columns: Type.Optional(Type.String({ maxLength: 2000 })) }),
  replyFile: workbook,
  refusals: ['PLAYBOOK_UNKNOWN'],
})
export const getTemplateFile = route({
  name: 'getTemplateFile',
  needs: 'session',
  method: 'GET',
  path: '/api/template.xlsx',
  summary: 'An empty workbook of a list, to fill in',
  query: Type.Object({ playbook: Type.String() }),
  replyFile: workbook,
  refusals: ['PLAYBOOK_UNKNOWN'],
})

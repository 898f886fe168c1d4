import { Type } from 'typebox'
import { route } from './route.ts'
import { IsoDay } from './shapes.ts'

export const getHealth = route({
  name: 'getHealth',
  needs: 'public',
  method: 'GET',
  path: '/api/health',
  summary: 'Whether server and database answer',
  reply: Type.Object({ status: Type.Literal('ok'), today: IsoDay }),
  refusals: [],
})

export const getOpenApi = route({
  name: 'getOpenApi',
  needs: 'public',
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This interface as an OpenAPI 3.1 document',
  reply: Type.Record(Type.String(), Type.Unknown()),
  refusals: [],
})

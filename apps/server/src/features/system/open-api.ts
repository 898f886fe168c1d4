import { getOpenApi, RefusedReply, type Route, refusalCodes, routes } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'

const json = (schema: object) => ({ content: { 'application/json': { schema } } })

function parameters(route: Route): object[] {
  const described = (place: 'path' | 'query', schema: Route['params']) =>
    Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
      name,
      in: place,
      required: place === 'path' || (schema?.required as string[] | undefined)?.includes(name) === true,
      schema: property,
    }))
  return [...described('path', route.params), ...described('query', route.query)]
}

function requestBody(route: Route): object {
  if (route.upload) {
    const file = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } }
  }
  return route.body ? { requestBody: { required: true, ...json(route.body) } } : {}
}

function replies(route: Route): Record<string, object> {
  const good = route.replyFile
    ? { description: 'A file', content: { [route.replyFile]: { schema: { type: 'string', format: 'binary' } } } }
    : { description: 'Done', ...json(route.reply ?? {}) }
  const byStatus = new Map<number, string[]>()
  for (const code of ['INPUT_INVALID', ...route.refusals, 'SERVER_FAULT'] as const) {
    const { status } = refusalCodes[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const refusals = [...byStatus].map(([status, codes]) => [
    status,
    { description: codes.join(', '), ...json(RefusedReply) },
  ])
  return { 200: good, ...Object.fromEntries(refusals) }
}

/** OpenAPI 3.1 of every route; its schemas are the contract's own. */
function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    const { name: operationId, summary } = route
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        operationId,
        summary,
        parameters: parameters(route),
        ...requestBody(route),
        responses: replies(route),
      },
    }
  }
  return { openapi: '3.1.0', info: { title: '挂图 Guatu', version: '1' }, paths }
}

export const getOpenApiFeature = feature(getOpenApi, async () => done(openApiDocument()))

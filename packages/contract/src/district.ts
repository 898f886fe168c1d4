import { type Static, Type } from 'typebox'
import { LinkReplyShape } from './items.ts'
import { route } from './route.ts'
import { AsOf, asOfSaid, Id, Lamp, nullable, TitleShape } from './shapes.ts'

export const search = route({
  name: 'search',
  needs: 'item.read',
  method: 'GET',
  path: '/api/search',
  summary: 'Items, units and persons by Chinese, pinyin or initials',
  query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }), asOf: AsOf }),
  reply: Type.Object({
    ...asOfSaid,
    hits: Type.Array(
      Type.Object({
        kind: Type.Union([Type.Literal('item'), Type.Literal('org'), Type.Literal('person')]),
        id: Id,
        title: Type.String(),
        note: Type.String(),
        lamp: nullable(Lamp),
        playbook: nullable(Type.String()),
      }),
    ),
  }),
  refusals: [],
})

const PlaybookParams = Type.Object({ playbook: Type.String() })
export const DistrictPlanShape = Type.Object({
  nodes: Type.Array(
    Type.Object({
      key: Type.String({ pattern: '^[a-z][a-z0-9-]{0,60}$' }),
      title: TitleShape,
      stage: Type.String(),
      durationWorkdays: Type.Integer({ minimum: 0, maximum: 5000 }),
      shortestWorkdays: Type.Optional(Type.Integer({ minimum: 0, maximum: 5000 })),
      elastic: Type.Optional(Type.Boolean()),
      anchor: Type.Optional(Type.Union([Type.Literal('start'), Type.Literal('finish')])),
      standard: TitleShape,
      evidence: Type.Optional(TitleShape),
      leadOrg: Type.String(),
      basis: Type.Optional(Type.String()),
    }),
    { maxItems: 300 },
  ),
  links: Type.Array(LinkReplyShape, { maxItems: 2000 }),
  thresholds: Type.Record(Type.String(), Type.Number()),
})
export const getDistrictPlan = route({
  name: 'getDistrictPlan',
  needs: 'session',
  method: 'GET',
  path: '/api/playbooks/:playbook/plan',
  summary: 'The node template and lamp thresholds in force in the district',
  params: PlaybookParams,
  query: Type.Object({ asOf: AsOf }),
  reply: Type.Object({ ...asOfSaid, revision: Type.Integer(), edited: Type.Boolean(), plan: DistrictPlanShape }),
  refusals: ['PLAYBOOK_UNKNOWN'],
})
export type DistrictPlanReply = Static<typeof getDistrictPlan.reply>
export const saveDistrictPlan = route({
  name: 'saveDistrictPlan',
  needs: 'list.configure',
  method: 'PUT',
  path: '/api/playbooks/:playbook/plan',
  summary: 'Edit the node template and thresholds; items laid before keep their nodes, lamps follow at once',
  maxBytes: 2 * 1024 * 1024,
  params: PlaybookParams,
  body: Type.Object({
    revision: Type.Integer(),
    plan: DistrictPlanShape,
    /** Needed where thresholds change. */
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: Type.Object({ revision: Type.Integer() }),
  refusals: ['PLAYBOOK_UNKNOWN', 'REVISION_STALE', 'PLAN_INVALID', 'REASON_REQUIRED'],
})

const Hours = Type.Array(Type.Object({ from: Type.String({ maxLength: 8 }), to: Type.String({ maxLength: 8 }) }), {
  maxItems: 20,
})

export const getWorkingHours = route({
  name: 'getWorkingHours',
  needs: 'session',
  method: 'GET',
  path: '/api/working-hours',
  summary: 'When the offices of the district work on a workday, which clocks count by',
  reply: Type.Object({
    /** `HH:MM` in Beijing time, in order. */
    spans: Hours,
    minutesPerDay: Type.Integer(),
    /** The district has set them; else they are the usual ones. */
    own: Type.Boolean(),
  }),
  refusals: [],
})
export type WorkingHoursReply = Static<typeof getWorkingHours.reply>

export const saveWorkingHours = route({
  name: 'saveWorkingHours',
  needs: 'list.configure',
  method: 'PUT',
  path: '/api/working-hours',
  summary: 'Set the working hours; every clock is judged anew by them',
  body: Type.Object({
    /** As they were looked at: a second writer is told. */
    before: Hours,
    spans: Hours,
    reason: Type.String({ maxLength: 500 }),
  }),
  reply: Type.Object({
    minutesPerDay: Type.Integer(),
    /** How many items were judged anew. */
    items: Type.Integer(),
  }),
  refusals: ['REVISION_STALE', 'REASON_REQUIRED', 'HOURS_INVALID'],
})

/** A GeoJSON FeatureCollection of polygons with `code` and `name`; `schematic` tells that areas are not to scale. */
export const AreaMapShape = Type.Object({
  type: Type.Literal('FeatureCollection'),
  features: Type.Array(
    Type.Object({
      type: Type.Literal('Feature'),
      properties: Type.Object({
        code: Type.String(),
        name: Type.String(),
        center: Type.Optional(Type.Tuple([Type.Number(), Type.Number()])),
        schematic: Type.Optional(Type.Boolean()),
      }),
      geometry: Type.Object({
        type: Type.Union([Type.Literal('Polygon'), Type.Literal('MultiPolygon')]),
        coordinates: Type.Array(Type.Unknown()),
      }),
    }),
    { maxItems: 500 },
  ),
})
export type AreaMap = Static<typeof AreaMapShape>
export const getAreaMap = route({
  name: 'getAreaMap',
  needs: 'session',
  method: 'GET',
  path: '/api/area-map',
  summary: 'The district’s map: its own boundary file, or the schematic one',
  reply: AreaMapShape,
  refusals: [],
})
export const saveAreaMap = route({
  name: 'saveAreaMap',
  needs: 'list.configure',
  method: 'PUT',
  path: '/api/area-map',
  summary: 'Load the district’s real boundary file',
  maxBytes: 16 * 1024 * 1024,
  body: AreaMapShape,
  reply: Type.Object({ features: Type.Integer() }),
  refusals: ['MAP_INVALID'],
})
export const deleteAreaMap = route({
  name: 'deleteAreaMap',
  needs: 'list.configure',
  method: 'DELETE',
  path: '/api/area-map',
  summary: 'Go back to the schematic map',
  reply: Type.Object({ removed: Type.Boolean() }),
  refusals: [],
})

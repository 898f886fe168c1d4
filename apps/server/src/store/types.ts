import pg from 'pg'

const { builtins } = pg.types
const plain = (text: string) => text

/** Days and amounts stay text, instants become ISO text in UTC, counts numbers: nothing passes through a local date. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.DATE]: plain,
  [builtins.NUMERIC]: plain,
  [builtins.INT8]: Number,
  [builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
}

export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

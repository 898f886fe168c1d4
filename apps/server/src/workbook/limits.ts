const megabyte = 1024 * 1024

/** What a ledger may weigh. A ledger of 100,000 rows and 25 columns is about 12 MB, 130 MB inflated. */
export const fileLimits = {
  fileMegabytes: 50,
  fileBytes: 50 * megabyte,
  entries: 4000,
  inflatedBytes: 600 * megabyte,
  /** One part must fit into one JavaScript string. */
  partBytes: 480 * megabyte,
  /** Nobody's text packs better than this; below `ratioFromBytes` no ratio does harm. */
  ratio: 250,
  ratioFromBytes: 64 * megabyte,
} as const

const megabyte = 1024 * 1024

/** A scanned approval is some megabytes, a minute of a phone's film about 15. */
export const evidenceLimits = { fileMegabytes: 20, fileBytes: 20 * megabyte, itemBytes: 200 * megabyte } as const

import type { EvidenceKind } from '@guatu/contract'
import exifr from 'exifr'

export interface Offered {
  readonly takenAt: string | null
  readonly place: string | null
}

const nothing: Offered = { takenAt: null, place: null }
const photos: readonly EvidenceKind[] = ['jpeg', 'heic', 'png', 'webp']

/** EXIF tells the camera's clock without a zone (CIPA DC-008, 4.6.5): it is taken to stand at China's. */
function instantOf(clock: unknown): string | null {
  const match = typeof clock === 'string' && /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(clock)
  if (!match) return null
  const [, year, month, day, hour, minute, second] = match
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

function placeOf(gps: { latitude?: unknown; longitude?: unknown } | undefined): string | null {
  const { latitude, longitude } = gps ?? {}
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return null
  return `${(latitude as number).toFixed(5)}, ${(longitude as number).toFixed(5)}`
}

/** What a photo says of its time and place. It can be forged, so that it is only ever offered to a person. */
export async function offeredBy(kind: EvidenceKind, file: Buffer): Promise<Offered> {
  if (!photos.includes(kind)) return nothing
  try {
    const tags = await exifr.parse(file, { pick: ['DateTimeOriginal'], reviveValues: false })
    return { takenAt: instantOf(tags?.DateTimeOriginal), place: placeOf(await exifr.gps(file)) }
  } catch {
    return nothing
  }
}

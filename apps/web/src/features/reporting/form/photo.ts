/** The longer side of a photo that goes out, in pixels: what it shows stays readable, and a weak line carries it. */
const longestSide = 1920
const quality = 0.82

interface Shrunk {
  readonly file: Blob
  readonly fileName: string
}

const named = (name: string, ending: string) => `${name.replace(/\.[^.]*$/, '') || 'photo'}.${ending}`

/** A photo of today's phones is several megabytes; what the browser cannot draw goes as it is. */
export async function shrunk(file: File): Promise<Shrunk> {
  const whole = { file, fileName: file.name || 'photo.jpg' }
  if (!file.type.startsWith('image/') || file.size < 600_000) return whole
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!image) return whole
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * scale)
  canvas.height = Math.round(image.height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  image.close()
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  return blob && blob.size < file.size ? { file: blob, fileName: named(file.name, 'jpg') } : whole
}

/** When it was taken, as the device says: camera apps give the file that time. Minutes are exact enough. */
export const takenAtOf = ({ lastModified }: Pick<File, 'lastModified'>, now: number): string =>
  new Date(lastModified > 0 && lastModified <= now ? lastModified : now).toISOString().replace(/\.\d{3}Z$/, 'Z')

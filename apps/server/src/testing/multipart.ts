const boundary = 'guatu-boundary'

interface Part {
  readonly fileName: string
  readonly content: Buffer
  readonly mediaType?: string
  /** Of the form's field; the interface reads `file`. */
  readonly field?: string
}

/** The body of a form with one file, and the header that goes with it (RFC 7578). */
export function multipart({ fileName, content, mediaType, field = 'file' }: Part) {
  const head = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${field}"; filename="${fileName}"`,
    ...(mediaType === undefined ? [] : [`Content-Type: ${mediaType}`]),
    '\r\n',
  ].join('\r\n')
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

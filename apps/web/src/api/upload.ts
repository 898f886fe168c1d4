import type { ReplyOf, Route } from '@guatu/contract'
import { addressOf, type CallInput } from './call.ts'
import { ConnectionError, RefusedError } from './refused.ts'

export interface Upload<Reply> {
  readonly result: Promise<Reply>
  readonly cancel: () => void
}

/** Sends the file. XMLHttpRequest instead of fetch, because only it tells how much has been sent. */
export function upload<R extends Route>(
  route: R,
  input: CallInput<R> & { readonly file: File },
  onFraction: (fraction: number) => void,
): Upload<ReplyOf<R>> {
  const request = new XMLHttpRequest()
  const result = new Promise<ReplyOf<R>>((resolve, reject) => {
    request.upload.onprogress = (event) => onFraction(event.total > 0 ? event.loaded / event.total : 0)
    request.onerror = () => reject(new ConnectionError())
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
    request.onload = () => {
      if (request.status < 300) resolve(request.response as ReplyOf<R>)
      else if (request.response?.code) reject(new RefusedError(request.status, request.response))
      else reject(new ConnectionError())
    }
  })
  request.open(route.method, addressOf(route, input))
  request.responseType = 'json'
  const form = new FormData()
  form.set('file', input.file)
  request.send(form)
  return { result, cancel: () => request.abort() }
}

import { type ImportState, startImport } from '@guatu/contract'
import { addressOf } from '../../api/call.ts'
import { ConnectionError, RefusedError } from '../../api/refused.ts'

export interface Upload {
  readonly result: Promise<ImportState>
  readonly cancel: () => void
}

/** Sends the file. XMLHttpRequest instead of fetch, because only it tells how much has been sent. */
export function upload(playbook: string, file: File, onFraction: (fraction: number) => void): Upload {
  const request = new XMLHttpRequest()
  const result = new Promise<ImportState>((resolve, reject) => {
    request.upload.onprogress = (event) => onFraction(event.total > 0 ? event.loaded / event.total : 0)
    request.onerror = () => reject(new ConnectionError())
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
    request.onload = () => {
      if (request.status < 300) resolve(request.response as ImportState)
      else if (request.response?.code) reject(new RefusedError(request.status, request.response))
      else reject(new ConnectionError())
    }
  })
  request.open(startImport.method, addressOf(startImport, { query: { playbook }, file }))
  request.responseType = 'json'
  const form = new FormData()
  form.set('file', file)
  request.send(form)
  return { result, cancel: () => request.abort() }
}

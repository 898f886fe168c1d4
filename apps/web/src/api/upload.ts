import { getAccount, type ReplyOf, type Route, unattendedHeader } from '@guatu/contract'
import { isAttended } from './attended.ts'
import { addressOf, type CallInput, call } from './call.ts'
import { ConnectionError, RefusedError } from './refused.ts'
import { signedInAgain } from './signed-out.ts'

export interface Upload<Reply> {
  readonly result: Promise<Reply>
  readonly cancel: () => void
}

type FileInput<R extends Route> = CallInput<R> & { readonly file: File }
type OnFraction = (fraction: number) => void

/** Sends the file once. XMLHttpRequest instead of fetch, because only it tells how much has been sent. */
function sendOnce<R extends Route>(route: R, input: FileInput<R>, onFraction: OnFraction, signal: AbortSignal) {
  const request = new XMLHttpRequest()
  return new Promise<ReplyOf<R>>((resolve, reject) => {
    signal.throwIfAborted()
    signal.addEventListener('abort', () => request.abort())
    request.upload.onprogress = (event) => onFraction(event.total > 0 ? event.loaded / event.total : 0)
    request.onerror = () => reject(new ConnectionError())
    request.onabort = () => reject(signal.reason)
    request.onload = () => {
      if (request.status < 300) resolve(request.response as ReplyOf<R>)
      else if (request.response?.code) reject(new RefusedError(request.status, request.response))
      else reject(new ConnectionError())
    }
    request.open(route.method, addressOf(route, input))
    if (!isAttended()) request.setRequestHeader(unattendedHeader, '1')
    request.responseType = 'json'
    const form = new FormData()
    form.set('file', input.file)
    request.send(form)
  })
}

const lacksSignIn = (error: unknown) => error instanceof RefusedError && error.reply.code === 'SIGN_IN_REQUIRED'

/** Whether nobody is signed in. A server that refuses before it has read a long file closes the line: then it is asked. */
async function isSignInMissing(error: unknown): Promise<boolean> {
  if (!(error instanceof ConnectionError)) return lacksSignIn(error)
  return await call(getAccount, {}, { once: true }).then(() => false, lacksSignIn)
}

async function send<R extends Route>(
  route: R,
  input: FileInput<R>,
  onFraction: OnFraction,
  signal: AbortSignal,
): Promise<ReplyOf<R>> {
  try {
    return await sendOnce(route, input, onFraction, signal)
  } catch (error) {
    if (!(await isSignInMissing(error))) throw error
  }
  onFraction(0)
  await signedInAgain(signal)
  return await send(route, input, onFraction, signal)
}

/** Sends a file. Where the session has ended meanwhile it waits for signing in, as `call` does, and goes out again. */
export function upload<R extends Route>(route: R, input: FileInput<R>, onFraction: OnFraction): Upload<ReplyOf<R>> {
  const leaving = new AbortController()
  return {
    result: send(route, input, onFraction, leaving.signal),
    cancel: () => leaving.abort(new DOMException('cancelled', 'AbortError')),
  }
}

import { addEvidence, advanceItem, applyForChange, getItem, saveChangeRequest } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { call } from '../../api/call.ts'
import { messageOf, RefusedError } from '../../api/refused.ts'
import { upload } from '../../api/upload.ts'
import type { Ask } from './ask-part.tsx'

interface Application {
  readonly target: { readonly itemId: string; readonly revision: number }
  readonly ask: Ask
  readonly rebaseline: boolean
  readonly fields: Readonly<Record<string, unknown>>
  readonly files: readonly File[]
  readonly submit: boolean
}

const askBody = ({ changes, finish }: Ask, revision: number, rebaseline: boolean) => ({
  revision,
  changes: [...changes],
  rebaseline,
  ...(finish === undefined ? {} : { finish }),
})

/** The stage that handing in leads to. */
const handedIn = ({ moves, stages }: Playbook) =>
  moves.find(({ from, effect }) => from === stages[0]?.key && effect === 'submitChange')?.to

/** Everything that a refusal says, in one line. */
function said(error: unknown): Title {
  if (!(error instanceof RefusedError)) return messageOf(error)
  const lines = error.reply.refusals.map(({ message }) => message)
  return { zh: lines.map(({ zh }) => zh).join('；'), en: lines.map(({ en }) => en).join('; ') }
}

/**
 * Drafts the application, sends its files, hands it in. What fails behind the draft loses nothing: it is there to be
 * completed on its page. `failed` tells why it is not handed in.
 */
export async function sendApplication(
  application: Playbook,
  { target, ask, rebaseline, fields, files, submit }: Application,
): Promise<{ readonly itemId: string; readonly failed: Title | null }> {
  const params = { itemId: target.itemId }
  const body = { ...askBody(ask, target.revision, rebaseline), fields }
  const { itemId } = await call(applyForChange, { params, body })
  try {
    for (const file of files) await upload(addEvidence, { params: { itemId }, query: {}, file }, () => undefined).result
    const to = handedIn(application)
    if (submit && to !== undefined) {
      const { item } = await call(getItem, { params: { itemId } })
      await call(advanceItem, { params: { itemId }, body: { revision: item.revision, to } })
    }
    return { itemId, failed: null }
  } catch (error) {
    return { itemId, failed: said(error) }
  }
}

/** Asks for something else in an application that is there. */
export const sendRequest = (itemId: string, ask: Ask, revision: number, rebaseline: boolean) =>
  call(saveChangeRequest, { params: { itemId }, body: askBody(ask, revision, rebaseline) })

import { type AccountEntry, endAccountSessions, listAccounts, unlockAccount } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { messageOf } from '../../api/refused.ts'
import { useText } from '../../app/language.ts'
import { toast } from '../../ui/toast.tsx'
import { accountsTexts as texts } from './texts.ts'

/** Acts that take effect with a click; what they did is said at the foot of the page. */
export function usePlainActs({ personId, name }: AccountEntry) {
  const t = useText()
  const acting = useMutation({
    mutationFn: async (act: 'unlock' | 'endSessions') => {
      if (act === 'unlock') {
        await call(unlockAccount, { params: { personId } })
        return t(texts.unlocked, { name })
      }
      const { ended } = await call(endAccountSessions, { params: { personId } })
      return t(texts.ended, { name, count: ended })
    },
    onSuccess: (text) => toast({ text }),
    onError: (error) => toast({ text: t(messageOf(error)), tone: 'failed', error }),
    onSettled: () => refresh(listAccounts),
  })
  return { run: acting.mutate, busy: acting.isPending }
}

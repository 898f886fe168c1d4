import { type BodyOf, countNotices, listNotices, markNotices, type NoticeEntry } from '@guatu/contract'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { messageOf } from '../../api/refused.ts'
import { useText } from '../../app/language.ts'
import { toast } from '../../ui/toast.tsx'
import { inboxTexts as texts } from './texts.ts'

export type Shown = 'unread' | 'all'

/** The inbox page by page, the latest first. */
export const useInbox = (show: Shown) =>
  useInfiniteQuery({
    queryKey: [listNotices.name, show],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(listNotices, { query: { show, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 60_000,
  })

const mark = async (body: BodyOf<typeof markNotices>) => {
  const reply = await call(markNotices, { body })
  await refresh(listNotices, countNotices)
  return reply
}

/** Marks notices; whatever was marked as read can be taken back from the message that says so. */
export function useMarking() {
  const t = useText()
  return useMutation({
    mutationFn: mark,
    onSuccess: ({ changed }, { read }) => {
      if (!read || changed.length === 0) return
      const undo = () => mark({ read: false, noticeIds: changed })
      toast({ text: t(texts.marked, { count: changed.length }), undo })
    },
    onError: (error) => toast({ text: t(messageOf(error)), tone: 'failed', error }),
  })
}

/** Opening an item is reading what was told of it; nothing is said about that. */
export function noteOpened({ noticeId, readAt }: NoticeEntry): void {
  if (readAt === null) void mark({ read: true, noticeIds: [noticeId] }).catch(() => undefined)
}

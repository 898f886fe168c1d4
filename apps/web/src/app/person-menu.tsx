import { roles } from '@guatu/access'
import { choosePost, getAccount, type Session, signOut } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { refresh, useRoute } from '../api/query.ts'
import { messageOf } from '../api/refused.ts'
import { Popover } from '../ui/menu/popover.tsx'
import { toast } from '../ui/toast.tsx'
import { asOfTexts } from './as-of-texts.ts'
import { setLanguage, useLanguage, useText } from './language.ts'
import { openOverlay } from './overlay.ts'
import { shellTexts } from './texts.ts'
import { setTheme, useTheme } from './theme.ts'

type Me = NonNullable<Session['me']>

/** Ends the session and leads to the way in. Nothing that was read stays in memory. */
export async function leave(to?: string): Promise<void> {
  // What waits on this device is asked about while its owner is still there.
  await import('../offline/leaving.ts').then(({ tidyUp }) => tidyUp()).catch(() => undefined)
  // A session that has ended already is just as well.
  await call(signOut, {}).catch(() => undefined)
  location.assign(to ? `/sign-in?to=${encodeURIComponent(to)}` : '/sign-in')
}

interface PersonMenuProps {
  readonly me: Me
  readonly demonstration: boolean
}

/** Who is signed in and from which post; what belongs to the person is behind it. */
export function PersonMenu({ me, demonstration }: PersonMenuProps) {
  const t = useText()
  const [anchor, setAnchor] = useState<Element | null>(null)
  const account = useRoute(getAccount, {}, { staleTime: 300_000 })
  const acting = me.posts.find(({ postId }) => postId === account.data?.postId) ?? me.posts[0]
  const close = () => setAnchor(null)
  return (
    <>
      <button
        type="button"
        className="person-button"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
      >
        <strong>{me.name}</strong>
        <span>{acting?.orgName ?? t(shellTexts.noPost)}</span>
      </button>
      {anchor ? (
        <Popover anchor={anchor} label={t(shellTexts.personMenu)} onClose={close}>
          <Posts me={me} postId={acting?.postId} onDone={close} />
          <Acts demonstration={demonstration} onDone={close} />
        </Popover>
      ) : null}
    </>
  )
}

interface PostsProps {
  readonly me: Me
  readonly postId: string | undefined
  readonly onDone: () => void
}

/** One's posts; with several, another is one click away. */
function Posts({ me, postId, onDone }: PostsProps) {
  const t = useText()
  const choosing = useMutation({
    mutationFn: (chosen: string) => call(choosePost, { body: { postId: chosen } }),
    onSuccess: async ({ post }) => {
      onDone()
      toast({ text: t(shellTexts.actingFrom, { post }) })
      await refresh()
    },
    onError: (error) => toast({ text: t(messageOf(error)), tone: 'failed', error }),
  })
  if (me.posts.length === 0) return null
  return (
    <div className="menu-acts is-list person-posts">
      {me.posts.map((post) => (
        <button
          key={post.postId}
          type="button"
          aria-pressed={post.postId === postId}
          disabled={choosing.isPending}
          onClick={() => (post.postId === postId ? onDone() : choosing.mutate(post.postId))}
        >
          {post.orgName} <span className="person-role">{t(roles[post.role])}</span>
          {post.deputyFor ? (
            <span className="person-role"> {t(shellTexts.deputyFor, { name: post.deputyFor.name })}</span>
          ) : null}
          {post.postId === postId && me.posts.length > 1 ? <span aria-hidden="true"> ✓</span> : null}
        </button>
      ))}
    </div>
  )
}

function Acts({ demonstration, onDone }: { readonly demonstration: boolean; readonly onDone: () => void }) {
  const t = useText()
  const language = useLanguage()
  const theme = useTheme()
  const here = () => location.pathname + location.search
  return (
    <div className="menu-acts is-list">
      <Link to="/account" onClick={onDone}>
        {t(shellTexts.myAccount)}
      </Link>
      <Link to={'/access' as never} onClick={onDone}>
        {t(shellTexts.whatMayI)}
      </Link>
      <button
        type="button"
        onClick={() => {
          onDone()
          openOverlay('asOf')
        }}
      >
        {t(asOfTexts.open)}
      </button>
      <button type="button" className="is-narrow" onClick={() => setTheme(theme === 'ink' ? 'paper' : 'ink')}>
        {t(theme === 'ink' ? shellTexts.toPaper : shellTexts.toInk)}
      </button>
      <button type="button" className="is-narrow" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
        {t(shellTexts.otherLanguage)}
      </button>
      {demonstration ? (
        <button type="button" onClick={() => void leave(here())}>
          {t(shellTexts.changePerson)}
        </button>
      ) : (
        <button type="button" onClick={() => void leave()}>
          {t(shellTexts.signOut)}
        </button>
      )}
    </div>
  )
}

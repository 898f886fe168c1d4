import { roles } from '@guatu/access'
import { type Account, choosePost } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { Section } from '../../ui/section.tsx'
import { toast } from '../../ui/toast.tsx'
import { accountTexts as texts } from './texts.ts'

export function PostsPart({ account }: { readonly account: Account }) {
  const t = useText()
  const choosing = useMutation({
    mutationFn: (postId: string) => call(choosePost, { body: { postId } }),
    onSuccess: async ({ post }) => {
      toast({ text: t(texts.acting, { post }) })
      await refresh()
    },
  })
  return (
    <Section title={t(texts.posts)} aside={account.posts.length > 1 ? t(texts.postsHint) : null}>
      {account.posts.length === 0 ? <p className="account-note">{t(texts.postsNone)}</p> : null}
      <ul className="account-lines">
        {account.posts.map(({ postId, role, org, title, deputyFor }) => (
          <li key={postId}>
            <span className="account-role">{t(roles[role])}</span>
            <span>
              {org} {title}
              {deputyFor ? (
                <span className="account-note">
                  {'　'}
                  {t(texts.deputyFor, { name: deputyFor })}
                </span>
              ) : null}
            </span>
            {account.postId === postId ? (
              <span className="account-mark">✓ {t(texts.actingNow)}</span>
            ) : (
              <button
                type="button"
                className="button"
                disabled={choosing.isPending}
                onClick={() => choosing.mutate(postId)}
              >
                {t(texts.actFrom)}
              </button>
            )}
          </li>
        ))}
      </ul>
      <FormRefusal error={choosing.error} />
    </Section>
  )
}

import { address, amend } from '../app/navigation.js'
import { t } from '../app/settings.js'
import { EntityLink } from '../common/entity-link.js'
import { Notice } from '../common/failure.js'
import type { EntityRef } from '../data/answer-types.js'
import { HEADS, POSTS } from '../data/find-queries.js'
import type { PostView } from '../data/find-types.js'
import { useAnswer } from '../data/use-answer.js'
import { Quote } from '../evidence/fact-item.js'
import { zh, type TextKey } from '../i18n/zh.js'
import { postSpan } from './post-span.js'
import { shown } from './section.js'

function stateOf(state: string): string {
  const key = `post.${state}`
  return key in zh ? t(key as TextKey) : state
}

const Post = ({ post, of }: { readonly post: PostView; readonly of: 'person' | 'body' }) => {
  const span = postSpan(post)
  return (
    <li>
      <p class="says"><EntityLink entity={post[of]} /> {post.title} <span class="badge">{stateOf(post.state)}</span>{span === undefined ? null : <span class="quiet"> {t(`post.${span.kind}`, { from: span.from, to: span.to })}</span>}</p>
      {post.facts.slice(0, 1).flatMap(({ id, evidence }) => evidence.map((item) => <Quote key={id} evidence={item} factId={id} />))}
    </li>
  )
}

const Posts = ({ posts, of }: { readonly posts: readonly PostView[]; readonly of: 'person' | 'body' }) =>
  posts.length === 0 ? <Notice>{t('answer.nobody')}</Notice> : <ul class="hops">{posts.map((post, at) => <Post key={at} post={post} of={of} />)}</ul>

interface AsOf {
  readonly id: string
  /** ISO date, or null for the latest. */
  readonly asOf: string | null
}

const Heads = (asked: AsOf) =>
  shown(useAnswer<{ readonly headsOf: { readonly heads: readonly PostView[] } }>(HEADS, { ...asked }), ({ headsOf }) => <Posts posts={headsOf.heads} of="person" />)

const Held = ({ of, ...asked }: AsOf & { readonly of: 'person' | 'body' }) =>
  shown(useAnswer<{ readonly entity: { readonly posts: readonly PostView[] } | null }>(POSTS, asked), ({ entity }) => <Posts posts={entity?.posts ?? []} of={of} />)

/** The posts of a person, or those held in a body; for a body also who headed it on a day. */
export function PostsSection({ entity }: { readonly entity: EntityRef }) {
  const { more: { day = '' } } = address.value
  const asOf = /^\d{4}-\d{2}-\d{2}$/u.test(day) ? day : null
  const isPerson = entity.kind === 'PERSON'
  return (
    <>
      <p class="field"><label>{t('post.day')} <input type="date" value={day} onChange={(event) => { amend({ day: event.currentTarget.value }) }} /></label></p>
      {isPerson || entity.kind === 'INITIATIVE' ? null : (
        <>
          <h3>{asOf === null ? t('post.heads') : t('post.heads.then', { day: asOf })}</h3>
          <Heads id={entity.id} asOf={asOf} />
          <h3>{t('post.all')}</h3>
        </>
      )}
      <Held id={entity.id} asOf={asOf} of={isPerson ? 'body' : 'person'} />
    </>
  )
}

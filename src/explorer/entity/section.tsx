import { address, amend } from '../app/navigation.js'
import { Failure, Loading } from '../common/failure.js'
import { useAnswer } from '../data/use-answer.js'

/** A part of the page that is asked for when it is opened; `name` is its parameter in the address, so that a link opens it too. */
export function Section({ name, title, children }: { readonly name: string; readonly title: string; readonly children: () => preact.ComponentChildren }) {
  const open = address.value.more[name] === '1'
  return (
    <details class="section" id={`section-${name}`} open={open} onToggle={(event) => { if (event.currentTarget.open !== open) amend({ [name]: event.currentTarget.open ? '1' : '' }) }}>
      <summary><h2>{title}</h2></summary>
      {open ? children() : null}
    </details>
  )
}

/** An answer and what is shown of it. */
export function Asked<T>({ query, variables, children }: { readonly query: string; readonly variables: Readonly<Record<string, unknown>>; readonly children: (data: T) => preact.ComponentChildren }) {
  const answer = useAnswer<T>(query, variables)
  if (answer.state === 'asking') return <Loading />
  return answer.state === 'failed' ? <Failure error={answer.error} /> : <>{children(answer.data)}</>
}

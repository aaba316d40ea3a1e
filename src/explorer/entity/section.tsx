import { address, amend } from '../app/navigation.js'
import { Failure, Loading } from '../common/failure.js'
import type { Answer } from '../data/use-answer.js'

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

/** What is shown of an answer, or that it is on its way, or why there is none. */
export function shown<T>(answer: Answer<T>, show: (data: T) => preact.ComponentChildren): preact.VNode {
  if (answer.state === 'asking') return <Loading />
  return answer.state === 'failed' ? <Failure error={answer.error} /> : <>{show(answer.data)}</>
}

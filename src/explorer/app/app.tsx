import { useEffect, useRef } from 'preact/hooks'
import { AskScreen } from '../ask/ask-screen.js'
import { busy } from '../data/use-answer.js'
import { EntityScreen } from '../entity/entity-screen.js'
import { GraphScreen } from '../graph/graph-screen.js'
import { ClaimScreen } from '../questions/claim-screen.js'
import { readConditions } from '../questions/conditions.js'
import { ConnectionForm } from '../questions/connection-form.js'
import { ConnectionScreen } from '../questions/connection-screen.js'
import { FirmsScreen } from '../questions/firms-screen.js'
import { GroupScreen } from '../questions/group-screen.js'
import { LoadScreen } from '../loading/loader.js'
import { ArticleScreen } from '../reader/article-screen.js'
import { ReviewScreen } from '../review/review-screen.js'
import { StartScreen } from '../start/start-screen.js'
import { ViewsScreen } from '../views/views-screen.js'
import type { Address } from './address.js'
import { Header } from './header.js'
import { address } from './navigation.js'
import { t } from './settings.js'

function screenOf({ screen, q, id, to }: Address) {
  switch (screen) {
    case 'graph': return <GraphScreen />
    case 'article': return <ArticleScreen id={id} />
    case 'claim': return <ClaimScreen />
    case 'firms': return <FirmsScreen />
    case 'group': return <GroupScreen />
    case 'review': return <ReviewScreen />
    case 'ask': return <AskScreen />
    case 'load': return <LoadScreen />
    case 'views': return <ViewsScreen />
    case 'connection': return <section><h1>{t('connection.ask.title')}</h1><ConnectionForm from={{ name: q, id }} to={{ name: to, id: '' }} conditions={readConditions(address.value.more)} /></section>
    default:
      if (q === '' && id === '') return <StartScreen />
      return to === '' ? <EntityScreen id={id} name={q} /> : <ConnectionScreen from={id === '' ? q : id} to={to} />
  }
}

export function App() {
  const { q, id, to, screen } = address.value
  const main = useRef<HTMLElement>(null)
  const shown = useRef(false)
  useEffect(() => {
    document.title = `${q === '' ? '' : `${q} · `}PolicyGraph ${t('app.name')}`
    // A reader who goes on to another question is set down at its answer; not on the first view.
    if (shown.current) main.current?.focus()
    shown.current = true
  }, [q, id, to, screen])
  return (
    <>
      <a class="skip" href="#answer">{t('app.skip')}</a>
      <Header />
      <main id="answer" tabIndex={-1} ref={main} aria-busy={busy.value}>{screenOf(address.value)}</main>
      <footer><p>{t('app.pledge')}</p><p><a href="/graphql">{t('app.graphiql')}</a></p></footer>
    </>
  )
}

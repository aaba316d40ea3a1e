import { render } from 'preact'
import { App } from './app/app.js'
import { followLinks } from './app/navigation.js'
import { ontology } from './app/ontology.js'
import { applySettings } from './app/settings.js'
import { token } from './app/token.js'
import { Failure } from './common/failure.js'
import type { StartView } from './data/answer-types.js'
import { ask } from './data/client.js'
import { START } from './data/queries.js'
import { asAskError } from './data/use-answer.js'
import { followDrops } from './loading/follow-drops.js'
import './styles/base.css'
import './styles/graph.css'
import './styles/views.css'
import './styles/loading.css'
import './styles/reader.css'
import './styles/questions.css'
import './styles/review.css'

/** Starts the page: every screen names types by the ontology, so it is fetched first. */
async function open(root: HTMLElement): Promise<void> {
  try {
    ontology.value = ((await ask(START, {})) as StartView).ontology
    render(<App />, root)
  } catch (error) {
    render(<main id="answer"><Failure error={asAskError(error)} /></main>, root)
  }
}

const root = document.getElementById('app')
if (root !== null) {
  applySettings()
  followLinks()
  followDrops()
  // Now, and where even reading needs a token, again when one is given.
  token.subscribe(() => { if (ontology.peek().kinds.length === 0) void open(root) })
}

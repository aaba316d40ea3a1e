import { render } from 'preact'
import { App } from './app/app.js'
import { followLinks } from './app/navigation.js'
import { ontology } from './app/ontology.js'
import { applySettings } from './app/settings.js'
import { Failure } from './common/failure.js'
import type { StartView } from './data/answer-types.js'
import { ask } from './data/client.js'
import { START } from './data/queries.js'
import { asAskError } from './data/use-answer.js'
import './styles/base.css'
import './styles/graph.css'
import './styles/reader.css'
import './styles/questions.css'

/** Starts the page: every screen names types by the ontology, so it is fetched first. */
async function run(root: HTMLElement): Promise<void> {
  applySettings()
  try {
    ontology.value = ((await ask(START, {})) as StartView).ontology
    followLinks()
    render(<App />, root)
  } catch (error) {
    render(<main id="answer"><Failure error={asAskError(error)} /></main>, root)
  }
}

const root = document.getElementById('app')
if (root !== null) void run(root)

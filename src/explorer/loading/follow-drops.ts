import { go } from '../app/navigation.js'
import { take } from './load.js'

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false

/** Files that are dropped anywhere on the page are read and shown on the screen for loading; called once. */
export function followDrops(): void {
  const mark = (on: boolean): void => { document.documentElement.classList.toggle('dropping', on) }
  document.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    mark(true)
  })
  document.addEventListener('dragleave', (event) => { if (event.relatedTarget === null) mark(false) })
  document.addEventListener('drop', (event) => {
    mark(false)
    if (!holdsFiles(event)) return
    event.preventDefault()
    go({ screen: 'load' })
    void take([...event.dataTransfer?.files ?? []])
  })
}

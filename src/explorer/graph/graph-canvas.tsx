import { useEffect, useRef } from 'preact/hooks'
import { theme } from '../app/settings.js'
import { Canvas, type CanvasListeners, type Scene } from './canvas.js'

/** The canvas within the page. What it shows is also in the table beside it, so it is hidden from readers by ear. */
export function GraphCanvas({ scene, listeners, onReady }: { readonly scene: Scene; readonly listeners: CanvasListeners; readonly onReady: (canvas: Canvas) => void }) {
  const host = useRef<HTMLDivElement>(null)
  const canvas = useRef<Canvas | undefined>(undefined)
  const heard = useRef(listeners)
  heard.current = listeners
  const shown = useRef(scene)
  shown.current = scene

  useEffect(() => {
    if (host.current === null) return
    const own = new Canvas(host.current, {
      onNode: (id) => { heard.current.onNode(id) }, onLine: (id) => { heard.current.onLine(id) }, onOpen: (id) => { heard.current.onOpen(id) },
      onNothing: () => { heard.current.onNothing() }, onMoved: (id, at) => { heard.current.onMoved(id, at) },
    })
    canvas.current = own
    // Tests in a browser point at nodes and lines by it.
    Object.assign(host.current, { canvas: own })
    onReady(own)
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const recolour = (): void => {
      own.recolour()
      own.draw(shown.current)
    }
    dark.addEventListener('change', recolour)
    return () => {
      dark.removeEventListener('change', recolour)
      own.close()
    }
  }, [])
  useEffect(() => { canvas.current?.recolour() }, [theme.value])
  useEffect(() => { canvas.current?.draw(scene) }, [scene, theme.value])
  return <div class="canvas" ref={host} aria-hidden="true" />
}

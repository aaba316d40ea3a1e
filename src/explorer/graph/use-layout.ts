import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Bundle } from './bundles.js'
import { layered, startingPlaces, type LayoutInput } from './layout.js'
import type { LayoutReply, LayoutRequest } from './layout-worker.js'
import type { Picture } from './picture.js'
import type { Point } from './view-state.js'

export type LayoutName = 'force' | 'layers'
export const LAYOUTS: readonly LayoutName[] = ['force', 'layers']

type Places = Readonly<Record<string, Point>>

/** Where the nodes of a picture stand: at once where they start, and again when the worker has settled them. */
export function useLayout({ nodes }: Picture, bundles: readonly Bundle[], name: LayoutName): { readonly places: Places; readonly settling: boolean } {
  const worker = useRef<Worker | null>(null)
  const turn = useRef(0)
  const places = useRef<Places>({})
  const [shown, setShown] = useState<{ readonly places: Places; readonly settling: boolean }>({ places: {}, settling: false })
  // Only who is there and who is linked moves nodes; counts and colours do not.
  const { shape, ...parts } = useMemo(() => {
    const own = { nodes: nodes.map(({ id, kind, degree, pinned }) => ({ id, kind, degree, pinned })), edges: bundles.map(({ from, to }) => ({ from, to })) }
    return { ...own, shape: `${name} ${JSON.stringify([own.nodes.map(({ id, pinned }) => [id, pinned]), own.edges])}` }
  }, [nodes, bundles, name])

  useEffect(() => {
    const own = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    own.addEventListener('message', ({ data }: MessageEvent<LayoutReply>) => {
      if (data.turn !== turn.current) return
      places.current = data.places
      setShown({ places: data.places, settling: false })
    })
    worker.current = own
    return () => { own.terminate() }
  }, [])

  useEffect(() => {
    turn.current++
    const input: LayoutInput = { ...parts, before: places.current }
    const force = name === 'force' && input.nodes.length > 1
    places.current = name === 'layers' ? layered(input) : startingPlaces(input)
    setShown({ places: places.current, settling: force })
    const request: LayoutRequest = { ...input, before: places.current, turn: turn.current }
    if (force) worker.current?.postMessage(request)
  }, [shape])

  return shown
}

import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Bundle } from './bundles.js'
import { layered } from './layered.js'
import { startingPlaces, type LayoutInput } from './layout.js'
import type { LayoutReply, LayoutRequest } from './layout-worker.js'
import type { Picture } from './picture.js'
import type { Point } from './view-state.js'

export type LayoutName = 'force' | 'layers'
export const LAYOUTS: readonly LayoutName[] = ['force', 'layers']

type Places = Readonly<Record<string, Point>>

/** Where the nodes of a picture stand: at once where they start, and again when the worker has settled them. */
export function useLayout({ nodes }: Picture, bundles: readonly Bundle[], name: LayoutName): { readonly places: Places; readonly settling: boolean } {
  const worker = useRef<Worker | null>(null)
  const asked = useRef({ turn: 0, shape: '' })
  const places = useRef<Places>({})
  const [reply, setReply] = useState<{ readonly shape: string; readonly places: Places } | undefined>(undefined)
  // Only who is there and who is linked moves nodes; counts and colours do not.
  const { shape, ...parts } = useMemo(() => {
    const own = { nodes: nodes.map(({ id, kind, degree, pinned }) => ({ id, kind, degree, pinned })), edges: bundles.map(({ from, to }) => ({ from, to })) }
    return { ...own, shape: `${name} ${JSON.stringify([own.nodes.map(({ id, pinned }) => [id, pinned]), own.edges])}` }
  }, [nodes, bundles, name])
  const start = useMemo(() => {
    const input: LayoutInput = { ...parts, before: places.current }
    return name === 'layers' ? layered(input) : startingPlaces(input)
  }, [shape])
  const force = name === 'force' && nodes.length > 1
  const settled = force && reply?.shape === shape
  places.current = settled ? reply.places : start

  useEffect(() => {
    const own = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    own.addEventListener('message', ({ data }: MessageEvent<LayoutReply>) => {
      if (data.turn === asked.current.turn) setReply({ shape: asked.current.shape, places: data.places })
    })
    worker.current = own
    return () => { own.terminate() }
  }, [])

  useEffect(() => {
    asked.current = { turn: asked.current.turn + 1, shape }
    const request: LayoutRequest = { ...parts, before: start, turn: asked.current.turn }
    if (force) worker.current?.postMessage(request)
  }, [shape])

  return { places: places.current, settling: force && !settled }
}

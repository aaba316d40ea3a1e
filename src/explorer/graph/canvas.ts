import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { createEdgeCompoundProgram, createEdgeArrowHeadProgram } from 'sigma/rendering'
import type { Bundle, Dash } from './bundles.js'
import { dashOf } from './bundles.js'
import { coloursOf, modalityColour, type Colours } from './colours.js'
import { lineLabel, nodeHover, nodeLabel } from './labels.js'
import { lineAt } from './line-hit.js'
import { lineProgram } from './line-program.js'
import { nodeProgram } from './node-program.js'
import type { PictureNode } from './picture.js'
import { shapeOf, SHAPES } from './shapes.js'
import type { Point } from './view-state.js'

/** The drawn graph. Knows pixels and pointers; what they mean is told by its listeners. */

export interface CanvasListeners {
  readonly onNode: (id: string) => void
  readonly onLine: (id: string) => void
  /** Double click. */
  readonly onOpen: (id: string) => void
  readonly onNothing: () => void
  /** A node was dragged to a place. */
  readonly onMoved: (id: string, at: Point) => void
}

export interface Scene {
  readonly nodes: readonly PictureNode[]
  readonly bundles: readonly Bundle[]
  readonly places: Readonly<Record<string, Point>>
  /** Ids of nodes and lines that stand out; the rest fades while there are any. */
  readonly chosen: ReadonlySet<string>
  /** The node or line that the reader chose, or ''. */
  readonly focus: string
  readonly colourOf: (kind: string) => string
  readonly labelOf: (bundle: Bundle) => string
}

interface NodeLook {
  readonly type: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly color: string
  readonly label: string
  readonly forceLabel: boolean
  readonly highlighted: boolean
  /** The name is set over the node. */
  readonly above: boolean
  readonly zIndex: number
}

interface LineLook {
  readonly size: number
  readonly color: string
  readonly label: string
  readonly type: string
  readonly forceLabel: boolean
  readonly zIndex: number
}

const NODE_PROGRAMS = Object.fromEntries(SHAPES.map((shape) => [shape, nodeProgram(shape)]))
const DASHES: readonly Dash[] = ['solid', 'dashed', 'dotted']
const head = createEdgeArrowHeadProgram({ extremity: 'target', lengthToThicknessRatio: 6, widenessToThicknessRatio: 5 })
const PROGRAMS = Object.fromEntries(DASHES.flatMap((dash) => {
  const line = lineProgram(dash)
  return [[dash, line], [`${dash}-arrow`, createEdgeCompoundProgram([line, head])]]
}))

/** Lines beyond which the graph is drawn as a new one for every scene. */
const MANY = 2000
/** Lines beyond which only nodes are drawn while the picture moves, so that it moves smoothly: with a graphics card, and without one. */
const HIDDEN = { card: 5000, software: 250 } as const

/** The reader wants no motion; asked each time, since the wish may change. */
const stillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** The browser draws WebGL by its processor. */
function drawsBySoftware(): boolean {
  const context = document.createElement('canvas').getContext('webgl')
  const info = context?.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = context == null || info == null ? '' : context.getParameter(info.UNMASKED_RENDERER_WEBGL)
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return typeof name === 'string' && /swiftshader|llvmpipe|softpipe|software|basic render/iu.test(name)
}

/** Names longer than this are cut on the canvas; panel and table show them whole. */
const LABEL = 24
const short = (name: string): string => (name.length > LABEL ? `${name.slice(0, LABEL - 1)}…` : name)

/** How much smaller things are drawn where many share the canvas. */
const crowding = (count: number): number => Math.max(0.3, Math.min(1, Math.sqrt(400 / count)))

/** Nodes whose lines nearly all lead downwards. */
function namedAbove({ bundles, places }: Scene): ReadonlySet<string> {
  const lines = new Map<string, { all: number; down: number }>()
  const count = (id: string, down: boolean): void => {
    const own = lines.get(id) ?? { all: 0, down: 0 }
    own.all++
    if (down) own.down++
    lines.set(id, own)
  }
  for (const { from, to } of bundles) {
    const rise = (places[to]?.y ?? 0) - (places[from]?.y ?? 0)
    count(from, rise < 0)
    count(to, rise > 0)
  }
  return new Set([...lines].filter(([, { all, down }]) => down > 0.7 * all).map(([id]) => id))
}

const FONT = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

export class Canvas {
  #graph = new MultiDirectedGraph()
  readonly #sigma: Sigma
  readonly #host: HTMLElement
  readonly #hidden = drawsBySoftware() ? HIDDEN.software : HIDDEN.card
  #colours: Colours
  #dragged: string | undefined
  #moved = false

  constructor(host: HTMLElement, listeners: CanvasListeners) {
    this.#host = host
    this.#colours = coloursOf(host)
    this.#sigma = new Sigma(this.#graph, host, {
      nodeProgramClasses: NODE_PROGRAMS, defaultNodeType: 'circle', edgeProgramClasses: PROGRAMS, defaultEdgeType: 'solid', renderEdgeLabels: true, zIndex: true, minEdgeThickness: 1.2,
      labelFont: FONT, edgeLabelFont: FONT, labelSize: 13, edgeLabelSize: 11, labelDensity: 0.8, labelGridCellSize: 90, labelRenderedSizeThreshold: 5,
      defaultDrawNodeLabel: nodeLabel(() => this.#colours), defaultDrawNodeHover: nodeHover(() => this.#colours), defaultDrawEdgeLabel: lineLabel, ...(stillness() ? { zoomDuration: 1, doubleClickZoomingDuration: 1, inertiaDuration: 1 } : {}), stagePadding: host.clientWidth < 500 ? 26 : 40,
      edgeLabelColor: { color: this.#colours.quiet }, allowInvalidContainer: true,
    })
    this.#listen(listeners)
  }

  #listen(listeners: CanvasListeners): void {
    const sigma = this.#sigma
    sigma.on('clickNode', ({ node }) => { if (!this.#moved) listeners.onNode(node) })
    sigma.on('doubleClickNode', (event) => {
      event.preventSigmaDefault()
      listeners.onOpen(event.node)
    })
    sigma.on('clickStage', ({ event }) => {
      const line = this.#lineAt(event)
      if (line === undefined) listeners.onNothing()
      else listeners.onLine(line)
    })
    const point = (at: boolean): void => { this.#host.style.cursor = at ? 'pointer' : '' }
    let overNode = false
    sigma.on('enterNode', () => { point(overNode = true) })
    sigma.on('leaveNode', () => { point(overNode = false) })
    sigma.on('moveBody', ({ event }) => { if (!overNode && this.#graph.size <= MANY) point(this.#lineAt(event) !== undefined) })
    sigma.on('downNode', ({ node }) => {
      this.#dragged = node
      this.#moved = false
      // Without a box of its own the picture would be rescaled under the pointer.
      if (sigma.getCustomBBox() === null) sigma.setCustomBBox(sigma.getBBox())
    })
    const mouse = sigma.getMouseCaptor()
    mouse.on('mousemovebody', (event) => {
      if (this.#dragged === undefined) return
      this.#moved = true
      const { x, y } = sigma.viewportToGraph(event)
      this.#graph.mergeNodeAttributes(this.#dragged, { x, y })
      event.preventSigmaDefault()
      event.original.preventDefault()
    })
    mouse.on('mouseup', () => {
      const id = this.#dragged
      this.#dragged = undefined
      if (id === undefined || !this.#moved) return
      const { x, y } = this.#graph.getNodeAttributes(id) as NodeLook
      listeners.onMoved(id, { x, y })
    })
  }

  #lineAt(at: Point): string | undefined {
    const graph = this.#graph
    const places = new Map(graph.mapNodes((id, attributes) => [id, this.#sigma.graphToViewport(attributes as NodeLook)]))
    const nowhere = { x: NaN, y: NaN }
    return lineAt(at, graph.mapEdges((id, _, source, target) => ({ id, from: places.get(source) ?? nowhere, to: places.get(target) ?? nowhere })))
  }

  /** Draws a scene. */
  draw(scene: Scene): void {
    const many = scene.bundles.length > MANY
    const hide = scene.bundles.length > this.#hidden
    if (hide !== this.#sigma.getSetting('hideEdgesOnMove')) this.#sigma.setSettings({ hideEdgesOnMove: hide, hideLabelsOnMove: hide })
    this.#sigma.setSetting('minEdgeThickness', many ? 0.7 : 1.2)
    const above = namedAbove(scene)
    this.#sigma.setCustomBBox(null)
    if (many) this.#replace(scene, above)
    else this.#change(scene, above)
  }

  /** A graph of its own for each scene: cheaper than telling sigma of tens of thousands of changes one by one. */
  #replace(scene: Scene, above: ReadonlySet<string>): void {
    const graph = new MultiDirectedGraph()
    for (const node of scene.nodes) graph.addNode(node.id, this.#nodeLook(node, scene, above.has(node.id)))
    for (const bundle of scene.bundles) graph.addEdgeWithKey(bundle.id, bundle.from, bundle.to, this.#lineLook(bundle, scene))
    this.#graph = graph
    this.#sigma.setGraph(graph)
  }

  /** What stays keeps its place in memory, so that a small change is cheap. */
  #change(scene: Scene, above: ReadonlySet<string>): void {
    const graph = this.#graph
    const nodes = new Set(scene.nodes.map(({ id }) => id))
    const lines = new Set(scene.bundles.map(({ id }) => id))
    graph.forEachEdge((edge) => { if (!lines.has(edge)) graph.dropEdge(edge) })
    graph.forEachNode((node) => { if (!nodes.has(node)) graph.dropNode(node) })
    for (const node of scene.nodes) graph.mergeNode(node.id, this.#nodeLook(node, scene, above.has(node.id)))
    for (const bundle of scene.bundles) {
      if (graph.hasEdge(bundle.id) && graph.source(bundle.id) !== bundle.from) graph.dropEdge(bundle.id)
      graph.mergeEdgeWithKey(bundle.id, bundle.from, bundle.to, this.#lineLook(bundle, scene))
    }
    this.#sigma.refresh()
  }

  #nodeLook(node: PictureNode, { nodes, places, chosen, focus, colourOf }: Scene, above: boolean): NodeLook {
    const { x, y } = places[node.id] ?? { x: 0, y: 0 }
    const marked = chosen.has(node.id)
    const faded = chosen.size > 0 && !marked
    return {
      type: shapeOf(node.kind), x, y, size: crowding(nodes.length) * Math.min(16, 5 + 2 * Math.sqrt(node.degree)), color: faded ? this.#colours.line : colourOf(node.kind),
      label: short(node.name), forceLabel: marked, highlighted: node.id === focus, above, zIndex: faded ? 0 : 1,
    }
  }

  #lineLook(bundle: Bundle, { nodes, chosen, labelOf }: Scene): LineLook {
    const faded = chosen.size > 0 && !chosen.has(bundle.id)
    const dash = dashOf(bundle.strength)
    return {
      size: crowding(nodes.length) * (bundle.facts.length > 1 ? 2.6 : 1.6), color: faded ? this.#colours.line : modalityColour(bundle.modality, this.#colours),
      label: labelOf(bundle), type: bundle.directed ? `${dash}-arrow` : dash, forceLabel: chosen.has(bundle.id), zIndex: faded ? 0 : 1,
    }
  }

  /** Takes the colours of the page as they are now. */
  recolour(): void {
    this.#colours = coloursOf(this.#host)
    this.#sigma.setSetting('edgeLabelColor', { color: this.#colours.quiet })
  }

  /** Brings the whole picture into view. */
  fit(): void {
    const camera = this.#sigma.getCamera()
    if (stillness()) camera.setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 })
    else void camera.animatedReset({ duration: 250 })
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera()
    camera.setState({ ratio: camera.getState().ratio * factor })
  }

  /** Where a node stands, or the middle of a line, in pixels from the canvas's corner; for tests that point at it. */
  placeOf(id: string): Point | undefined {
    const graph = this.#graph
    const at = (node: string): Point => this.#sigma.graphToViewport(graph.getNodeAttributes(node) as NodeLook)
    if (graph.hasNode(id)) return at(id)
    if (!graph.hasEdge(id)) return undefined
    const [a, b] = [at(graph.source(id)), at(graph.target(id))]
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  }

  /** Ids of what is drawn. */
  drawn(): { readonly nodes: readonly string[]; readonly lines: readonly string[] } {
    return { nodes: this.#graph.nodes(), lines: this.#graph.edges() }
  }

  close(): void {
    this.#sigma.kill()
  }
}

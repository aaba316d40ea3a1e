import { AsyncLocalStorage } from 'node:async_hooks'
import type * as Api from '@opentelemetry/api'
import { PolicyGraphError } from '../core/errors.js'
import { setTracer, whenDone, type Attributes, type OpenSpan, type Tracer } from './trace.js'
import type { TraceSettings } from './trace-settings.js'

/** Traces by the SDK of OpenTelemetry, which is loaded here and nowhere else. */

/** How long the last spans may take to be sent when the process ends, in ms. */
const LAST_SPANS = 5_000

/** The packages are optional: whoever does not trace can leave them out. */
async function load({ protocol }: TraceSettings) {
  try {
    const [api, sdk, resources, otlp] = await Promise.all([
      import('@opentelemetry/api'), import('@opentelemetry/sdk-trace-node'), import('@opentelemetry/resources'),
      protocol === 'http/json' ? import('@opentelemetry/exporter-trace-otlp-http') : import('@opentelemetry/exporter-trace-otlp-proto'),
    ])
    return { api, sdk, resources, otlp }
  } catch (cause) {
    throw new PolicyGraphError('TOOL_MISSING', '缺少 OpenTelemetry 的程序包 · the packages of OpenTelemetry are not installed; run: npm install --include=optional', { cause })
  }
}

/** Work that becomes a span once a span begins within it. */
interface Waiting {
  readonly name: string
  readonly attributes: Attributes
  readonly began: number
  readonly under: Api.Context
  span?: Api.Span
}

class OtelTracer implements Tracer {
  readonly #api: typeof Api
  readonly #tracer: Api.Tracer
  readonly #waiting = new AsyncLocalStorage<Waiting | undefined>()

  constructor(api: typeof Api, version: string) {
    this.#api = api
    this.#tracer = api.trace.getTracer('policygraph', version)
  }

  begin(name: string, attributes: Attributes = {}, headers?: Readonly<Record<string, unknown>>): OpenSpan {
    const { trace, context, propagation, SpanKind, SpanStatusCode } = this.#api
    const parent = headers === undefined ? this.#under() : propagation.extract(context.active(), headers)
    const span = this.#tracer.startSpan(name, { attributes, kind: headers === undefined ? SpanKind.INTERNAL : SpanKind.SERVER }, parent)
    const within = trace.setSpan(parent, span)
    return {
      traceId: span.spanContext().traceId,
      run: (work) => context.with(within, () => this.#waiting.run(undefined, work)),
      end: (more = {}, failed) => {
        span.setAttributes(more)
        if (failed !== undefined) span.setAttribute('error.type', failed).setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      },
    }
  }

  perhaps<T>(name: string, attributes: Attributes, work: () => T): T {
    const waiting: Waiting = { name, attributes, began: Date.now(), under: this.#api.context.active() }
    return this.#waiting.run(waiting, () => whenDone(work, (failed) => {
      if (failed !== undefined) waiting.span?.setAttribute('error.type', failed)
      waiting.span?.end()
    }))
  }

  /** What a new span hangs under; work that waits to be a span becomes one. */
  #under(): Api.Context {
    const waiting = this.#waiting.getStore()
    if (waiting === undefined) return this.#api.context.active()
    waiting.span ??= this.#tracer.startSpan(waiting.name, { attributes: waiting.attributes, startTime: waiting.began }, waiting.under)
    return this.#api.trace.setSpan(waiting.under, waiting.span)
  }
}

/** Sets the tracer of the process; the function that comes back sends the last spans and takes it away. TOOL_MISSING without the packages. */
export async function openTracing(settings: TraceSettings, version: string): Promise<() => Promise<void>> {
  const { api, sdk, resources, otlp } = await load(settings)
  const resource = resources.defaultResource()
    .merge(resources.resourceFromAttributes({ 'service.name': 'policygraph', 'service.version': version }))
    .merge(resources.detectResources({ detectors: [resources.envDetector] }))
  const provider = new sdk.NodeTracerProvider({ resource, spanProcessors: [new sdk.BatchSpanProcessor(new otlp.OTLPTraceExporter())] })
  provider.register()
  setTracer(new OtelTracer(api, version))
  return async () => {
    setTracer(undefined)
    const over = new Promise<void>((resolve) => { setTimeout(resolve, LAST_SPANS).unref() })
    await Promise.race([provider.shutdown().catch(() => undefined), over])
  }
}

import { PolicyGraphError } from '../core/errors.js'

/** Traces are sent where the standard variables of OpenTelemetry say so, and nowhere by default. */
export interface TraceSettings {
  readonly protocol: 'http/protobuf' | 'http/json'
}

type Environment = Readonly<Record<string, string | undefined>>

const badInput = (variable: string, most: string): PolicyGraphError =>
  new PolicyGraphError('BAD_INPUT', `${variable} 只支持 ${most} · ${variable} must be one of: ${most}`, { details: { variable } })

/**
 * On when OTEL_EXPORTER_OTLP_ENDPOINT or OTEL_EXPORTER_OTLP_TRACES_ENDPOINT is set or OTEL_TRACES_EXPORTER is `otlp`; off for
 * OTEL_SDK_DISABLED=true and OTEL_TRACES_EXPORTER=none. The other variables are read by the SDK itself. BAD_INPUT for an exporter or a protocol that is not there.
 */
export function traceSettingsFromEnv(env: Environment): TraceSettings | undefined {
  const given = (name: string): string | undefined => (env[name] === '' ? undefined : env[name])
  const exporter = given('OTEL_TRACES_EXPORTER')
  if (exporter !== undefined && exporter !== 'otlp' && exporter !== 'none') throw badInput('OTEL_TRACES_EXPORTER', 'otlp, none')
  const wanted = exporter ?? (given('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT') ?? given('OTEL_EXPORTER_OTLP_ENDPOINT'))
  if (wanted === undefined || wanted === 'none' || given('OTEL_SDK_DISABLED')?.toLowerCase() === 'true') return undefined
  const protocol = given('OTEL_EXPORTER_OTLP_TRACES_PROTOCOL') ?? given('OTEL_EXPORTER_OTLP_PROTOCOL') ?? 'http/protobuf'
  if (protocol !== 'http/protobuf' && protocol !== 'http/json') throw badInput('OTEL_EXPORTER_OTLP_PROTOCOL', 'http/protobuf, http/json')
  return { protocol }
}

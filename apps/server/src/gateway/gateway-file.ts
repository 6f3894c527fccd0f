import { readFileSync } from 'node:fs'
import { COMPONENT_NAMES, COMPONENTS, type ComponentName } from '@benchcast/core/api'
import { z } from 'zod'
import { ExitError } from '../exit.ts'

const port = z.int().min(0).max(65_535)
const Entry = z.looseObject({
  enabled: z.boolean().default(true),
  host: z.string().default('127.0.0.1'),
  port: port.optional(),
  /** Where it runs already; none for a process of the gateway. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** What other programs start; this one starts itself. */
  module: z.string().optional(),
  args: z.array(z.string()).default([]),
})
/** What the file says of one component. */
export type GatewayEntry = z.output<typeof Entry>

const Gateway = z.looseObject({ enabled: z.boolean().default(true), host: z.string().optional(), port: port.optional() })

/** The gateway's configuration file: components by what it calls them. */
export interface GatewayFile {
  readonly gateway: z.output<typeof Gateway>
  readonly components: ReadonlyMap<ComponentName, GatewayEntry>
}

/**
 * Reads a gateway's configuration file. Components that it does not name are not offered, but for model performance, which gateways always had.
 * Throws an {@link ExitError} (78) that names the file and the place.
 */
export function readGatewayFile(path: string): GatewayFile {
  const file = z.looseObject({}).safeParse(parsed(path))
  if (!file.success) throw refusal(path, '', 'must be a JSON object')
  const gateway = checked(path, 'gateway', Gateway, file.data.gateway ?? {})
  const entries = COMPONENT_NAMES.flatMap((name): readonly (readonly [ComponentName, GatewayEntry])[] => {
    const { configName } = COMPONENTS[name]
    const said = file.data[configName] ?? (name === 'model-performance' ? {} : undefined)
    return said === undefined ? [] : [[name, checked(path, configName, Entry, said)]]
  })
  return { gateway, components: new Map(entries.filter(([, { enabled }]) => enabled)) }
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new ExitError('config', `--config ${path} cannot be read: ${(cause as Error).message}. benchcast integration add --config ${path} writes one.`, { cause })
  }
}

function checked<S extends z.ZodType>(path: string, name: string, schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw refusal(path, [name, ...issue!.path].join('.'), issue!.message)
}

const refusal = (path: string, place: string, why: string): ExitError => new ExitError('config', `--config ${path}: ${place === '' ? 'the file' : place}: ${why}.`)

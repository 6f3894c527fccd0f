import { COMPONENT_NAMES, COMPONENTS, type ComponentName, type PartName } from '@benchcast/core/api'
import { SETTINGS, type ServerConfig } from '../config.ts'
import { PORT_SETTINGS } from './alone.ts'
import { addressesElsewhere } from './elsewhere.ts'
import type { Reach } from './reach.ts'

/** An address that a server shall answer at. */
export interface Wanted {
  /** For people. */
  readonly title: string
  readonly host: string
  readonly port: number
  /** The setting that says the port. */
  readonly flag: string
  readonly reach: Reach
}

/** Addresses of a process, the main one first. Components with the same port share an address. */
export function addressesOf(config: ServerConfig): readonly Wanted[] {
  const { host, port, only } = config
  const isGateway = only.length === 0 || config.configFile !== ''
  const reach = only.length === 0 ? undefined : new Set<PartName>(isGateway ? ['unified', ...only] : only)
  const main = { title: isGateway ? 'Gateway' : titleOf(only), reach }
  const others = Map.groupBy(portsOf(config), ({ port: own }) => own)
  const wanted = [...others].map(([own, group]) => {
    const names = group.map(({ name }) => name)
    return { title: titleOf(names), host, port: own, flag: group[0]!.flag, reach: new Set<PartName>(names) }
  })
  return [{ ...main, host, port, flag: '--port' }, ...wanted]
}

/** Ports of their own; the main one is not listened on twice. */
function portsOf(config: ServerConfig): readonly { readonly name: ComponentName; readonly port: number; readonly flag: string }[] {
  if (config.split) return []
  const elsewhere = new Set(addressesElsewhere(config).map(({ name }) => name))
  const served = (config.only.length === 0 ? COMPONENT_NAMES : config.only).filter((name) => !elsewhere.has(name))
  return served.flatMap((name) => {
    const port = config[PORT_SETTINGS[name]]
    return port === undefined || (port === config.port && port !== 0) ? [] : [{ name, port, flag: SETTINGS[PORT_SETTINGS[name]].flag.split(' ')[0]! }]
  })
}

const titleOf = (names: readonly ComponentName[]): string => names.map((name) => COMPONENTS[name].title).join(', ')

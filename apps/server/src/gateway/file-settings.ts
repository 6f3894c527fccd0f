import { COMPONENTS, type ComponentName } from '@benchcast/core/api'
import type { KnownSettings, UpstreamAddress } from '../config.ts'
import type { Known } from '../known-settings.ts'
import { PORT_SETTINGS } from './alone.ts'
import { readGatewayFile } from './gateway-file.ts'

/** Settings that the gateway's configuration file says and nobody else does; the others as they are. */
export function withGatewayFile(known: KnownSettings): KnownSettings {
  const path = known.configFile.value
  if (path === '') return known
  const { gateway, components } = readGatewayFile(path)
  const said = <T>(setting: Known<T>, value: T | undefined): Known<T> => (setting.source === 'default' && value !== undefined ? { value, source: 'file', place: path } : setting)
  const ports = Object.fromEntries([...components].map(([name, { port }]) => [PORT_SETTINGS[name], said(known[PORT_SETTINGS[name]], port ?? COMPONENTS[name].port)]))
  const upstreams = [...components].flatMap(([name, { url }]): readonly UpstreamAddress[] => (url === undefined ? [] : [{ name, url }]))
  return {
    ...known,
    ...ports,
    host: said(known.host, gateway.host),
    port: said(known.port, gateway.port),
    split: said(known.split, true),
    only: said(known.only, [...components.keys()] as readonly ComponentName[]),
    upstreams: said(known.upstreams, upstreams),
  }
}

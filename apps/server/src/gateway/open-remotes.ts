import { COMPONENTS, type ComponentName } from '@benchcast/core/api'
import { isLoopback, type ServerConfig, type UpstreamAddress } from '../config.ts'
import type { Environment } from '../known-settings.ts'
import { Remotes } from './remotes.ts'
import { type GatewayKeys, Upstream } from './upstream.ts'

/** Key that is shown to services at other addresses. */
const UPSTREAM_KEY = 'BENCHCAST_UPSTREAM_KEY'

/** The components that run elsewhere. */
export function openRemotes(config: ServerConfig, environment: Environment): Remotes {
  const upstreams = new Map<ComponentName, Upstream>()
  for (const { name, url } of addressesOf(config)) upstreams.set(name, new Upstream({ title: COMPONENTS[name].title, url, keys: keysFor(url, environment) }))
  return new Remotes(upstreams)
}

const addressesOf = ({ upstreams, unifiedOnly, predictivePort }: ServerConfig): readonly UpstreamAddress[] =>
  unifiedOnly ? [{ name: 'predictive-performance', url: `http://127.0.0.1:${predictivePort ?? COMPONENTS['predictive-performance'].port}` }, ...upstreams] : upstreams

/** The key that was given for services elsewhere; on this machine the first one of the environment, which both were started with. */
function keysFor(url: string, environment: Environment): GatewayKeys | undefined {
  const first = environment.UNIFIED_API_KEYS?.split(',')[0]
    ?.trim()
    .replace(/@.*$/, '')
    .replace(/^[^:]*:/, '')
  const key = environment[UPSTREAM_KEY] || (isLoopback(new URL(url).hostname) ? first : undefined)
  return key === undefined || key === '' ? undefined : { database: key, runsModels: key }
}

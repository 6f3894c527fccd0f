import { COMPONENTS, type ComponentName } from '@benchcast/core/api'
import { isLoopback, type ServerConfig } from '../config.ts'
import type { Environment } from '../known-settings.ts'
import { Child, type ChildPlan } from './child.ts'
import { childPlans } from './child-plans.ts'
import { addressesElsewhere } from './elsewhere.ts'
import { type GatewayKeys, givenKey, newGatewayKeys } from './gateway-keys.ts'
import { Remotes } from './remotes.ts'
import { Upstream } from './upstream.ts'

/** Key that is shown to services at other addresses. */
const UPSTREAM_KEY = 'BENCHCAST_UPSTREAM_KEY'

/** The components that run elsewhere, and the processes of this program that serve them. Nothing is started yet. */
export function openRemotes(config: ServerConfig, environment: Environment): Remotes {
  const upstreams = new Map<ComponentName, Upstream>()
  for (const { name, url } of addressesElsewhere(config)) upstreams.set(name, new Upstream({ title: COMPONENTS[name].title, url, keys: keysFor(url, environment) }))
  const { keys, entries } = newGatewayKeys()
  const children = childPlans(config, environment, entries).map(({ names, ...plan }) => {
    const upstream = new Upstream({ title: plan.title, keys })
    for (const name of names) upstreams.set(name, upstream)
    return new Child({ ...plan, ...told(names, upstreams) }, upstream, (message) => console.error(message))
  })
  return new Remotes(upstreams, children)
}

/** Who measures in a process of its own tells the predictive API of another one. */
function told(names: readonly ComponentName[], upstreams: ReadonlyMap<ComponentName, Upstream>): Pick<ChildPlan, 'later'> {
  if (!names.includes('benchmark') || names.includes('predictive-performance')) return {}
  const later = () => {
    const url = upstreams.get('predictive-performance')?.url
    return url === undefined ? [] : ['--upstreams', `predictive-performance=${url}`]
  }
  return { later }
}

/** The key that was given for services elsewhere; on this machine the first one of the environment, which both were started with. */
function keysFor(url: string, environment: Environment): GatewayKeys | undefined {
  const [first = ''] = environment.UNIFIED_API_KEYS?.split(',') ?? []
  const shared = first
    .trim()
    .replace(/@.*$/, '')
    .replace(/^[^:]*:/, '')
  const key = environment[UPSTREAM_KEY] || (isLoopback(new URL(url).hostname) ? shared : '')
  return key === '' ? undefined : givenKey(key)
}

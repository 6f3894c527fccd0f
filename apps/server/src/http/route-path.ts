import { type Endpoint, MODEL_PERFORMANCE_ALIAS } from '@benchcast/core/api'

/** An endpoint's path in the two forms the server needs. */
export interface RoutePath {
  /** As the framework's router writes it. */
  readonly url: string
  /** Matches a decoded path; named groups are the parameters. */
  readonly pattern: RegExp
}

/** Every path an endpoint answers at: its own, its aliases, and the one under the alias prefix. */
export function pathsOf({ path, slashParam, aliases = [] }: Pick<Endpoint, 'path' | 'slashParam' | 'aliases'>): readonly RoutePath[] {
  const { from, to } = MODEL_PERFORMANCE_ALIAS
  const paths = path.startsWith(`${to}/`) ? [path, from + path.slice(to.length)] : [path, ...aliases]
  return paths.map((p) => ({ url: routerUrl(p, slashParam), pattern: patternOf(p, slashParam) }))
}

/** A parameter that may hold slashes is a wildcard to the router; what follows it is checked by the pattern. */
function routerUrl(path: string, slashParam: string | undefined): string {
  const upTo = slashParam === undefined ? path : path.slice(0, path.indexOf(`{${slashParam}}`))
  return upTo.replaceAll(/\{(\w+)\}/g, ':$1') + (slashParam === undefined ? '' : '*')
}

function patternOf(path: string, slashParam: string | undefined): RegExp {
  const source = path.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${name === slashParam ? '.+' : '[^/]+'})`)
  return new RegExp(`^${source}$`, 's')
}

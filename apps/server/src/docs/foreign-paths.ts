import { type COMPONENTS, partOf } from '@benchcast/core/api'
import type { Remotes } from '../gateway/remotes.ts'
import { openApiTagOf } from './open-api-tag.ts'
import type { DocsPages } from './pages.ts'

type Pages = Pick<DocsPages, 'openApi' | 'openApiTag'>
type Json = Record<string, unknown>
interface Described extends Json {
  readonly paths: Json
  readonly components?: Readonly<Record<string, Json>>
}

const FETCH_MS = 2000

/**
 * The description with what components elsewhere have beyond it: theirs may be another version, or another program. A component that does not answer adds nothing; what is forwarded
 * by our own table is described by it.
 */
export async function withForeignPaths(pages: Pages, remotes: Remotes | undefined): Promise<Pages> {
  const asked = (remotes?.names ?? []).filter((name) => remotes!.of(name)!.isForeign)
  if (asked.length === 0) return pages
  const documents = await Promise.all([...new Set(asked.map((name) => remotes!.of(name)!.url!))].map(describedAt))
  const openApi = JSON.stringify(documents.reduce<Described>((merged, document) => (document === undefined ? merged : merge(merged, document, asked)), JSON.parse(pages.openApi) as Described))
  return openApi === pages.openApi ? pages : { openApi, openApiTag: openApiTagOf(openApi) }
}

async function describedAt(url: string): Promise<Described | undefined> {
  const answer = await fetch(`${url}/openapi.json`, { signal: AbortSignal.timeout(FETCH_MS) }).catch(() => undefined)
  const document = answer?.ok ? ((await answer.json().catch(() => undefined)) as Described | undefined) : undefined
  return typeof document?.paths === 'object' ? document : undefined
}

/** Adds the paths of these components that are not there yet, and the parts they refer to; a part of the same name that differs gets a name of its own. */
export function merge(own: Described, other: Described, names: readonly (keyof typeof COMPONENTS)[]): Described {
  const added = Object.fromEntries(Object.entries(other.paths).filter(([path]) => !(path in own.paths) && names.some((name) => partOf(path) === name)))
  if (Object.keys(added).length === 0) return own
  const components: Record<string, Json> = { ...own.components }
  let text = JSON.stringify({ paths: added, parts: other.components ?? {} })
  for (const [kind, parts] of Object.entries(other.components ?? {}))
    for (const name of Object.keys(parts)) {
      if (isTaken(own, other, kind, name)) text = text.replaceAll(`"#/components/${kind}/${name}"`, `"#/components/${kind}/${name}_of_component"`)
    }
  const { paths, parts } = JSON.parse(text) as { readonly paths: Json; readonly parts: Readonly<Record<string, Json>> }
  for (const [kind, group] of Object.entries(parts)) {
    const renamed = Object.entries(group).map(([name, part]) => [isTaken(own, other, kind, name) ? `${name}_of_component` : name, part])
    components[kind] = { ...Object.fromEntries(renamed), ...own.components?.[kind] }
  }
  return { ...own, paths: { ...own.paths, ...paths }, components }
}

function isTaken(own: Described, other: Described, kind: string, name: string): boolean {
  const known = own.components?.[kind]?.[name]
  return known !== undefined && JSON.stringify(known) !== JSON.stringify(other.components?.[kind]?.[name])
}

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'

/** The package that knows the hub, its addresses and its cache. It is 470 MB with all it brings along, so users install it who want it. */
export const HUB_LIBRARY = '@huggingface/transformers'

/**
 * Path of the library as it is installed where Benchcast was started, else beside Benchcast itself. Throws `hub_library_missing` with what to install.
 *
 * @example findHubLibrary() // '/srv/app/node_modules/@huggingface/transformers/dist/transformers.node.cjs'
 */
export function findHubLibrary(startedIn: string = process.cwd()): string {
  for (const from of [join(startedIn, 'here.js'), import.meta.url]) {
    try {
      return createRequire(from).resolve(HUB_LIBRARY)
    } catch {
      // Looked for in the next place.
    }
  }
  throw new BenchcastError(
    'hub_library_missing',
    `Models of the hub are fetched by the package ${HUB_LIBRARY}, which is not installed: run 'npm install --no-save ${HUB_LIBRARY}' in the folder that benchcast is started in, or download the model and give its folder.`,
  )
}

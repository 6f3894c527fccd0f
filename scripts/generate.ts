// npm run generate: writes docs/generated and the methods of the SDK from the registries, and the code of examples into the pages that show it; --check writes nothing and fails when a file is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { apiPage } from './generate/api.ts'
import { commandsPage } from './generate/commands.ts'
import { errorsPage } from './generate/errors.ts'
import { hardwarePage } from './generate/hardware.ts'
import { importsPage } from './generate/imports.ts'
import { metricsPage } from './generate/metrics.ts'
import { modelsPage } from './generate/models.ts'
import { resourcesFile } from './generate/sdk/resources-file.ts'
import { typesFile } from './generate/sdk/types-file.ts'
import { wordsFile } from './generate/sdk/words-file.ts'
import { settingsPage } from './generate/settings.ts'
import { pagesWithShownCode } from './generate/shown-code.ts'
import { ROOT } from './steps.ts'

const PAGES: Readonly<Record<string, () => string>> = {
  'docs/generated/api.md': apiPage,
  'docs/generated/metrics.md': metricsPage,
  'docs/generated/errors.md': errorsPage,
  'docs/generated/hardware.md': hardwarePage,
  'docs/generated/models.md': modelsPage,
  'docs/generated/imports.md': importsPage,
  'docs/generated/settings.md': settingsPage,
  'docs/generated/commands.md': commandsPage,
  'packages/sdk/src/generated/resources.ts': resourcesFile,
  'packages/sdk/src/generated/types.ts': typesFile,
  'packages/sdk/src/generated/words.ts': wordsFile,
}

const NOTE = 'Written by `npm run generate`; edit the registry it is read from.'
const noteOf = (path: string) => (path.endsWith('.ts') ? `// ${NOTE}\n` : `<!-- ${NOTE} -->\n\n`)
const current = (path: string) => (existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : '')

const stale = [...Object.entries(PAGES).map(([path, page]) => [path, noteOf(path) + page()] as const), ...pagesWithShownCode()].filter(([path, text]) => current(path) !== text)

if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is out of date: run npm run generate`)
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true })
    writeFileSync(join(ROOT, path), text)
    console.log(`wrote ${path}`)
  }
}

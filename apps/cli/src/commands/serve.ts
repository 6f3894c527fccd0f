import { SETTINGS, type ServerConfig, type SettingName } from '@benchcast/server/config'
import type { Command } from 'commander'

const EXAMPLES = `
Examples:
  $ benchcast serve
  $ benchcast serve --port 9000 --db runs/benchmarks.duckdb
  $ BENCHCAST_LOG_LEVEL=info benchcast serve --max-body 512

Every option can be given in the environment as BENCHCAST_<NAME>; the option wins.`

/** Adds the options of the server, with their defaults, from its table of settings. */
function addServerOptions(command: Command): Command {
  for (const { flag, description, default: fallback, environment } of Object.values(SETTINGS)) {
    const value = Array.isArray(fallback) ? fallback.join(',') : String(fallback)
    const shown = typeof fallback === 'boolean' || value === '' ? '' : ` (default ${value})`
    command.option(flag, `${description}${shown} [${environment}]`)
  }
  return command
}

/** commander's option names by setting: `--max-body <mib>` is read as `maxBody`. */
function readServerOptions(options: Readonly<Record<string, string | boolean>>): Partial<Record<SettingName, string | boolean>> {
  const entries = Object.entries(SETTINGS).flatMap(([name, { flag }]) => {
    const value = options[camelCase(flag)]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}

const camelCase = (flag: string): string => flag.replace(/^--| .*$/g, '').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** `benchcast serve`: the server, until it is told to stop. */
export function serveCommand(program: Command): void {
  addServerOptions(program.command('serve').description('Start the server')).addHelpText('after', EXAMPLES).action(serve)
}

async function serve(options: Readonly<Record<string, string | boolean>>): Promise<void> {
  const { parseConfig } = await import('@benchcast/server/config')
  const config = parseConfig(readServerOptions(options), process.env)
  const { startServer, stopOnSignals } = await import('@benchcast/server')
  const server = await startServer(config)
  stopOnSignals(server)
  printWelcome(config, server)
}

function printWelcome({ db }: ServerConfig, { url, warnings }: { readonly url: string; readonly warnings: readonly string[] }): void {
  console.log(`Benchcast listens on ${url}\n  API docs  ${url}/docs\n  Database  ${db}\nCtrl-C stops it.`)
  for (const warning of warnings) console.error(`Warning: ${warning}`)
}

import type { RunningServer } from '@benchcast/server'
import type { Flags } from '@benchcast/server/config'
import type { Command } from 'commander'

const EXAMPLES = `
Examples:
  $ benchcast integrated
  $ benchcast integrated --gateway-port 8080 --predictive-port 8500
  $ benchcast integrated --db-path /path/to/database.duckdb
  $ benchcast integrated --predictive-only
  $ benchcast integrated --unified-only

Ctrl-C or SIGTERM stops everything. What else can be set is set in the environment: see benchcast config explain.`

interface IntegratedOptions {
  readonly gatewayPort: string
  readonly predictivePort: string
  readonly dbPath?: string
  readonly predictiveOnly?: boolean
  readonly unifiedOnly?: boolean
}

/** `benchcast integrated`: the unified server and the predictive API, each at its own port. */
export function integratedCommand(program: Command): void {
  program
    .command('integrated')
    .description('Start the unified server and the predictive API, each at its own port')
    .option('--gateway-port <number>', 'port of the unified server', '8080')
    .option('--predictive-port <number>', 'port of the predictive API', '8500')
    .option('--db-path <file>', 'DuckDB database file')
    .option('--predictive-only', 'start the predictive API alone')
    .option('--unified-only', 'start the unified server alone; the predictive API runs already')
    .addHelpText('after', EXAMPLES)
    .action(integrated)
}

async function integrated(options: IntegratedOptions): Promise<void> {
  const { parseConfig } = await import('@benchcast/server/config')
  const { startServer, stopOnSignals } = await import('@benchcast/server')
  const config = parseConfig(flagsOf(options), process.env)
  // Whatever the reason, a server that does not come up is exit code 1 here.
  const server = await startServer(config).catch((error: Error & { exitCode?: number }) => {
    if (error.exitCode !== undefined) error.exitCode = 1
    throw error
  })
  stopOnSignals(server)
  console.log(`${addressesOf(server, options)}\nCtrl-C stops everything.`)
  for (const warning of server.warnings) console.error(`Warning: ${warning}`)
}

function flagsOf({ gatewayPort, predictivePort, dbPath, predictiveOnly, unifiedOnly }: IntegratedOptions): Flags {
  const flags: Flags = { predictivePort, ...(dbPath !== undefined && { db: dbPath }) }
  if (predictiveOnly && unifiedOnly) throw Object.assign(new Error('--predictive-only and --unified-only leave nothing to start: give one of them, or neither for both servers.'), { exitCode: 2 })
  if (predictiveOnly) return { ...flags, predictiveOnly }
  return { ...flags, port: gatewayPort, ...(unifiedOnly && { unifiedOnly }) }
}

function addressesOf({ url, addresses }: RunningServer, { predictivePort, predictiveOnly, unifiedOnly }: IntegratedOptions): string {
  const predictive = predictiveOnly ? url : unifiedOnly ? `http://127.0.0.1:${predictivePort} (runs already)` : addresses[1]!.url
  const gateway = predictiveOnly ? [] : [`Gateway:        ${url}`]
  return [...gateway, `Predictive API: ${predictive}`, `API docs:       ${url}/docs`].join('\n')
}

import type { Flags } from '@benchcast/server/config'
import type { Command } from 'commander'
import { printWelcome } from '../print-welcome.ts'
import { addServerOptions, type GivenOptions, readServerOptions } from '../server-options.ts'

const EXAMPLES = `
Examples:
  $ benchcast serve
  $ benchcast serve --port 9000 --db runs/benchmarks.duckdb
  $ benchcast serve --predictive-port 8500
  $ benchcast serve --only benchmark --port 8002
  $ BENCHCAST_LOG_LEVEL=info benchcast serve --max-body 512

Every option can be given in the environment, under the name in brackets; the option wins. benchcast config explain shows what is in force.`

/** `benchcast serve`: the server, until it is told to stop. */
export function serveCommand(program: Command): void {
  addServerOptions(program.command('serve').description('Start the server'))
    .addHelpText('after', EXAMPLES)
    .action((_: GivenOptions, command: Command) => serve(readServerOptions(command)))
}

/** Serves until a signal comes. */
export async function serve(flags: Flags): Promise<void> {
  const { parseConfig } = await import('@benchcast/server/config')
  const config = parseConfig(flags, process.env)
  const { endWithGateway, startServer, stopOnSignals, tellGateway } = await import('@benchcast/server')
  endWithGateway()
  const server = await startServer(config)
  stopOnSignals(server)
  if (!tellGateway(server.url)) printWelcome(config, server)
}

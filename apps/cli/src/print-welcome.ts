import type { RunningServer } from '@benchcast/server'
import type { ServerConfig } from '@benchcast/server/config'

/** Where a server answers, and what a person should know. */
export function printWelcome({ db }: Pick<ServerConfig, 'db'>, { url, addresses, warnings }: Pick<RunningServer, 'url' | 'addresses' | 'warnings'>): void {
  const lines = [['API docs', `${url}/docs`] as const, ...addresses.slice(1).map(({ title, url: own }) => [title, own] as const), ['Database', db] as const]
  const width = Math.max(...lines.map(([name]) => name.length))
  console.log(`Benchcast listens on ${url}\n${lines.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n')}\nCtrl-C stops it.`)
  for (const warning of warnings) console.error(`Warning: ${warning}`)
}

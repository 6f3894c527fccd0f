import type { RunningServer } from '@benchcast/server'
import { isLoopback, type ServerConfig } from '@benchcast/server/config'

/** Where a server answers, and what a person should know. */
export function printWelcome({ db, ...reached }: Pick<ServerConfig, 'db' | 'host' | 'allowedHosts'>, { url, addresses, warnings }: Pick<RunningServer, 'url' | 'addresses' | 'warnings'>): void {
  const lines = [['API docs', `${url}/docs`] as const, ...addresses.slice(1).map(({ title, url: own }) => [title, own] as const), ...elsewhere(url, reached), ['Database', db] as const]
  const width = Math.max(...lines.map(([name]) => name.length))
  console.log(`Benchcast listens on ${url}\n${lines.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n')}\nCtrl-C stops it.`)
  for (const warning of warnings) console.error(`Warning: ${warning}`)
}

/** How other machines reach a server that listens to them. */
function elsewhere(url: string, { host, allowedHosts }: Pick<ServerConfig, 'host' | 'allowedHosts'>): readonly (readonly [string, string])[] {
  if (isLoopback(host)) return []
  const { port } = new URL(url)
  const addresses = allowedHosts.map((name) => `http://${name}:${port}`).join(', ')
  return [['From elsewhere', addresses || 'by the names given with --allowed-hosts; none was given']]
}

import type { Command } from 'commander'
import { addServerOptions, type GivenOptions, readServerOptions } from '../server-options.ts'

const EXAMPLES = `
Examples:
  $ benchcast config explain
  $ benchcast config explain --predictive-only
  $ BENCHCAST_PORT=9000 benchcast config explain --json

It takes the options of benchcast serve, and starts nothing.`

interface Line {
  readonly setting: string
  readonly value: unknown
  /** flag, environment, file or default, and its name. */
  readonly from: string
  readonly meaning: string
}

/** `benchcast config explain`: every setting, where its value is from, and what it means. */
export function configCommand(program: Command): void {
  const explain = program.command('config').description('Show the settings in force').command('explain').description('Every setting: its value, where that is from, and what it means')
  addServerOptions(explain)
    .option('--json', 'one JSON array instead of lines')
    .addHelpText('after', EXAMPLES)
    .action((options: GivenOptions, command: Command) => explainConfig(command, options.json === true))
}

async function explainConfig(command: Command, isJson: boolean): Promise<void> {
  const { knownSettings, SETTINGS } = await import('@benchcast/server/config')
  const known = knownSettings(readServerOptions(command), process.env)
  const lines = Object.entries(SETTINGS).map(([name, { flag, description }]): Line => {
    const { value, source, place } = known[name as keyof typeof known]
    return { setting: flag.split(' ')[0]!, value: value ?? null, from: place === '' ? source : `${source} ${place}`, meaning: description }
  })
  if (isJson) return console.log(JSON.stringify(lines, undefined, 2))
  const shown = lines.map(({ setting, value, from, meaning }) => [setting, textOf(value), from, meaning] as const)
  const widths = [0, 1, 2].map((column) => Math.max(...shown.map((cells) => cells[column]!.length)))
  for (const cells of shown) console.log(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

function textOf(value: unknown): string {
  const text = Array.isArray(value) ? value.map((item) => (typeof item === 'object' ? Object.values(item as object).join('=') : String(item))).join(',') : String(value ?? '')
  return text === '' ? '-' : text
}

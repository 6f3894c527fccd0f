import type { Command } from 'commander'
import type { Output } from '../output/output.ts'
import { addOutputOptions, type OutputFlags, outputOf } from '../output/output-options.ts'
import { addServerOptions, readServerOptions } from '../server-options.ts'

const EXAMPLES = `
Examples:
  $ benchcast config explain
  $ benchcast config explain --predictive-only
  $ BENCHCAST_PORT=9000 benchcast config explain --json

It takes the options of benchcast serve, and starts nothing.`

const KEYS = 'UNIFIED_API_KEYS'

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
  addOutputOptions(addServerOptions(explain))
    .addHelpText('after', EXAMPLES)
    .action((options: OutputFlags, command: Command) => explainConfig(command, outputOf(options)))
}

async function explainConfig(command: Command, output: Output): Promise<void> {
  const [{ knownSettings, SETTINGS }, { keysInWords }] = await Promise.all([import('@benchcast/server/config'), import('@benchcast/server/keys')])
  const known = knownSettings(readServerOptions(command), process.env)
  const lines = Object.entries(SETTINGS).map(([name, { flag, description }]): Line => {
    const { value, source, place } = known[name as keyof typeof known]
    return { setting: flag.split(' ')[0]!, value: value ?? null, from: place === '' ? source : `${source} ${place}`, meaning: description }
  })
  const keys = process.env[KEYS]
  lines.push({ setting: KEYS, value: keysInWords(keys), from: keys === undefined ? 'default' : `environment ${KEYS}`, meaning: 'API keys beside the stored ones; a key itself is never shown' })
  output.print({ data: lines, page: () => linesOf(lines), ids: () => lines.map(({ setting, value }) => `${setting} ${textOf(value)}`) })
}

function linesOf(lines: readonly Line[]): string {
  const shown = lines.map(({ setting, value, from, meaning }) => [setting, textOf(value), from, meaning] as const)
  const widths = [0, 1, 2].map((column) => Math.max(...shown.map((cells) => cells[column]!.length)))
  return shown.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
}

function textOf(value: unknown): string {
  const text = Array.isArray(value) ? value.map((item) => (typeof item === 'object' ? Object.values(item as object).join('=') : String(item))).join(',') : String((value ?? '') as string)
  return text === '' ? '-' : text
}

import { SETTINGS, type Setting } from '@benchcast/server/config'
import { code, table } from './markdown.ts'

/** Every setting of the server: its flag, its variable, its default and what it means. */
export function settingsPage(): string {
  const rows = Object.values<Setting<unknown>>(SETTINGS).map(row)
  return `# Settings\n\nEach is an option of \`benchcast serve\` and a variable of the environment. The option wins, then the environment, then the file given with \`--config\`, then the default. \`benchcast config explain\` shows the values in force and where each was said. A switch takes no value; its variable is \`true\` or \`false\`.\n\n${table(['Option', 'Variable', 'Default', 'What it means'], rows)}\n`
}

function row({ flag, aliases = [], environment, olderVariables = [], description, default: value, defaultInWords }: Setting<unknown>): string[] {
  return [[flag, ...aliases].map(code).join(' '), [environment, ...olderVariables].map(code).join(' '), defaultInWords ?? shown(value), description]
}

function shown(value: unknown): string {
  const text = Array.isArray(value) ? value.join(',') : String((value as string | number | boolean | undefined) ?? '')
  return text === '' ? '' : code(text)
}

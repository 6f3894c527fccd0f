import { environment } from './environment.ts'

const LEVELS = ['off', 'error', 'warn', 'info', 'debug'] as const
/** How much is logged: `warn` tells of retries, `info` of every request, `debug` also of headers. */
export type LogLevel = (typeof LEVELS)[number]

type Write = (facts: Readonly<Record<string, unknown>>, message: string) => void
/** Where log lines go; pino and most other loggers are of this shape. */
export interface Logger {
  readonly error: Write
  readonly warn: Write
  readonly info: Write
  readonly debug: Write
}

const toConsole: Write = (facts, message) => console.error(`benchcast: ${message}`, facts)
/** Standard error, so that the output of a program stays its own. */
export const CONSOLE: Logger = { error: toConsole, warn: toConsole, info: toConsole, debug: toConsole }

/** The level in force: the option, else `BENCHCAST_LOG`, else `warn`. */
export function levelOf(option: LogLevel | undefined): LogLevel {
  const word = option ?? environment('BENCHCAST_LOG')?.toLowerCase()
  return LEVELS.find((level) => level === word) ?? 'warn'
}

const silent: Write = () => {}

/** The logger without what is below the level. */
export function limited(logger: Logger, level: LogLevel): Logger {
  const at = (name: Exclude<LogLevel, 'off'>): Write => (LEVELS.indexOf(name) <= LEVELS.indexOf(level) ? logger[name].bind(logger) : silent)
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') }
}

const SECRET = /^(x-api-key|authorization|proxy-authorization|cookie|set-cookie|sec-websocket-protocol)$/i

/** Headers as they may be logged: whatever carries a key is hidden. Bodies are never logged. */
export const redacted = (headers: Headers): Record<string, string> => Object.fromEntries([...headers].map(([name, value]) => [name, SECRET.test(name) ? '***' : value]))

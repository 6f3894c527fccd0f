import type { LogLevel } from '../config.ts'

const SECRETS = ['req.headers["x-api-key"]', 'req.headers.authorization', 'req.headers.cookie', 'headers["x-api-key"]', 'headers.authorization', 'headers.cookie', '*.password', '*.DATABASE_URL']

/** Log lines are JSON on stderr: control characters in names are escaped by that, bodies are never logged, secrets are blanked. */
export const loggerOptions = (level: LogLevel) => ({ level, redact: { paths: SECRETS, censor: '[redacted]' }, stream: process.stderr })

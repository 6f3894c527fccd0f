import { canonicalPath } from '../storage/canonical-path.ts'
import { type Control, readControlFile } from './control-file.ts'

/**
 * Where the server is that runs on a database, by the file that it left beside it; undefined when there is none, or when its process is gone.
 *
 * @example (await runningServer('.benchcast/benchcast.duckdb'))?.url
 */
export async function runningServer(database: string): Promise<Control | undefined> {
  const control = await readControlFile(await canonicalPath(database))
  return control !== undefined && isAlive(control.pid) ? control : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

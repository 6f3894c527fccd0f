import { spawn } from 'node:child_process'

/** Waits for a line; when there will be none, since the writer is gone, it ends the process and removes the folder. Signals that are meant for all end others first. */
const WATCH = 'trap "" INT TERM HUP; read -r line || { kill -9 "$1"; rm -rf -- "$2"; }'

/**
 * Sees to it that a process is gone, and its folder too, when this one is killed. The runtime keeps the process of a model busy, for ever when the model has no end, so that it
 * cannot notice that nobody waits for it any more: a shell of a megabyte beside it does. On Windows the system itself ends what a process has started.
 *
 * @returns what is called when the process is no longer running
 */
export function endWithParent(pid: number, folder: string): () => void {
  if (process.platform === 'win32') return () => undefined
  const watch = spawn('/bin/sh', ['-c', WATCH, 'sh', String(pid), folder], { cwd: '/', env: { PATH: process.env.PATH ?? '/bin:/usr/bin' }, stdio: ['pipe', 'ignore', 'ignore'] })
  // Without a shell nothing is watched, and nothing else is lost.
  watch.on('error', () => undefined)
  watch.stdin.on('error', () => undefined)
  watch.unref()
  return () => void watch.stdin.end('\n')
}

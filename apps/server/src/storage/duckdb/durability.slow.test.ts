import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { removeTemporaryFolders, temporaryFolder } from '../testing/temporary-folder.ts'

const hasStrace = spawnSync('strace', ['-V']).status === 0
const PROGRAM = fileURLToPath(new URL('../testing/writing-program.ts', import.meta.url))

afterAll(removeTemporaryFolders)

describe.skipIf(!hasStrace)(`durability${hasStrace ? '' : ' (skipped: strace is not installed)'}`, () => {
  it('every acknowledged write was synced to disk between its request and its answer', async () => {
    const folder = temporaryFolder()
    const trace = join(folder, 'trace')
    const child = spawn('strace', ['-f', '-e', 'trace=fsync,fdatasync,write,openat,pwrite64', '-s', '40', '-o', trace, process.execPath, PROGRAM, join(folder, 'x.duckdb'), 'w'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let answers = 0
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      answers += text.split('ok w-').length - 1
      if (answers > 300) child.stdout.destroy()
    })
    await new Promise((resolve) => child.once('close', resolve))
    const { acknowledged, unsynced } = readTrace(readFileSync(trace, 'utf8').split('\n'))
    expect(acknowledged).toBeGreaterThan(300)
    expect(unsynced).toEqual([])
  })
})

/** Goes through the system calls in order: a sync counts for a write that was asked for before it and answered after it. */
function readTrace(lines: readonly string[]): { acknowledged: number; unsynced: readonly string[] } {
  const syncsWhenAsked = new Map<string, number>()
  const unsynced: string[] = []
  const endsSync = syncEnds()
  let syncs = 0
  let acknowledged = 0
  for (const line of lines) {
    if (endsSync(line)) syncs += 1
    const [, word, id] = /write\(1, "(try|ok) (w-\d+)/.exec(line) ?? []
    if (id === undefined) continue
    if (word === 'try') syncsWhenAsked.set(id, syncs)
    else {
      acknowledged += 1
      if (syncsWhenAsked.get(id) === syncs) unsynced.push(id)
    }
  }
  return { acknowledged, unsynced }
}

/** Whether a sync ended well in a line: fsync, fdatasync, or a write to a file that was opened with O_DSYNC. */
function syncEnds(): (line: string) => boolean {
  const durable = new Set<string>()
  const started = new Map<string, string>()
  return (line) => {
    // A call during which other threads call is in two lines.
    const [thread, start] = /^(\d+) +(.*) <unfinished \.\.\.>$/.exec(line)?.slice(1) ?? []
    if (thread !== undefined) started.set(thread, start!)
    const call = line.replace(/^(\d+) +<\.\.\. \w+ resumed>/, (_, resumed: string) => started.get(resumed) ?? '')
    const [, flags, opened] = /openat\([^,]*, "[^"]*", ([A-Z_|]+).*\) += (\d+)/.exec(call) ?? []
    if (opened !== undefined) durable[flags!.includes('O_DSYNC') ? 'add' : 'delete'](opened)
    const [, file] = /pwrite64\((\d+),.*\) += [1-9]/.exec(call) ?? []
    return file === undefined ? /f(data)?sync\(\d+\) += 0/.test(call) : durable.has(file)
  }
}

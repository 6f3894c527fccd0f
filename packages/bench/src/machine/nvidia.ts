import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface NvidiaGpu {
  readonly name: string
  readonly memoryBytes: number
  readonly driver: string
}

const run = promisify(execFile)

/** The first NVIDIA GPU, as nvidia-smi tells; undefined without one. */
export async function nvidiaGpu(): Promise<NvidiaGpu | undefined> {
  try {
    const { stdout } = await run('nvidia-smi', ['--query-gpu=name,memory.total,driver_version', '--format=csv,noheader,nounits'], { timeout: 5000 })
    const [name, mebibytes, driver] = stdout
      .split('\n', 1)[0]!
      .split(',')
      .map((part) => part.trim())
    return name === undefined || driver === undefined ? undefined : { name, memoryBytes: Number(mebibytes) * 2 ** 20, driver }
  } catch {
    return undefined
  }
}

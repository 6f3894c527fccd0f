import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { EnergyReading } from './rapl.ts'

const SAMPLE_EVERY_MS = 100

/**
 * Samples what an NVIDIA GPU draws, ten times a second, from now on, as nvidia-smi tells. Energy is the mean of the samples times the time.
 *
 * @example
 * const meter = GpuPowerMeter.start()
 * await meter.end(2.5) // [{ part: 'NVIDIA H100', joules: 812.4, source: 'nvidia-smi' }]; nothing where there is no nvidia-smi, or it knows no power
 */
export class GpuPowerMeter {
  readonly #child: ChildProcess
  readonly #gone: Promise<unknown>
  #printed = ''

  private constructor(child: ChildProcess) {
    this.#child = child
    child.stdout!.on('data', (text: Buffer) => {
      this.#printed += text.toString()
    })
    this.#gone = once(child, 'close').catch(() => undefined)
  }

  /** The GPU is the first that the process may use. */
  static start(program = 'nvidia-smi', gpu = process.env.CUDA_VISIBLE_DEVICES?.split(',')[0] || '0'): GpuPowerMeter {
    const query = ['--query-gpu=name,power.draw', '--format=csv,noheader,nounits', '-i', gpu, '-lms', String(SAMPLE_EVERY_MS)]
    return new GpuPowerMeter(spawn(program, query, { stdio: ['ignore', 'pipe', 'ignore'] }))
  }

  /** Ends sampling; `seconds` is how long was measured. */
  async end(seconds: number): Promise<readonly EnergyReading[]> {
    this.#child.kill()
    await this.#gone
    const samples = this.#printed.split('\n').flatMap(sampleOf)
    if (samples.length === 0) return []
    const watts = samples.reduce((sum, sample) => sum + sample.watts, 0) / samples.length
    return [{ part: samples[0]!.part, joules: watts * seconds, source: 'nvidia-smi' }]
  }
}

/** `NVIDIA H100, 324.81`; a GPU without a meter says `[N/A]`. */
function sampleOf(line: string): readonly { readonly part: string; readonly watts: number }[] {
  const found = /^(.+), ([\d.]+)\s*$/.exec(line)
  return found === null ? [] : [{ part: found[1]!, watts: Number(found[2]) }]
}

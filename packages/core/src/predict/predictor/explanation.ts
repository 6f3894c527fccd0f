import type { Bound, Prediction, PredictionRequest } from '../prediction.ts'
import type { Roofline } from '../roofline/roofline.ts'
import type { Provenance } from '../workload.ts'
import { LEAST_FACTOR } from './other-mode.ts'
import { PLATFORM_FACTS } from './platforms.ts'

/** The largest part of the roofline's time. */
export function boundOf({ computeSeconds, memorySeconds, overheadSeconds }: Roofline): Bound {
  if (overheadSeconds > Math.max(computeSeconds, memorySeconds)) return 'overhead'
  return computeSeconds >= memorySeconds ? 'compute' : 'memory'
}

const LIMITS: Readonly<Record<Bound, string>> = { compute: 'arithmetic', memory: 'memory traffic', overhead: 'starting kernels' }

const ORIGINS: Readonly<Record<Provenance, string>> = {
  measured: 'This very configuration was measured.',
  calibrated: 'Corrected by your own measurements on this hardware or of this model.',
  learned: 'Learned from public measurements of similar models and devices.',
  analytic: 'From published limits of the device and the costs of the model only; nothing similar was measured.',
}

/** Of a model whose costs are those of others of its kind. */
const GUESSED = 'Its costs are those of its kind and size, not its own: the number is analytic, whatever was measured of others, and its interval wider.'

type Facts = Pick<Prediction, 'request' | 'device' | 'deviceAssumed' | 'bound' | 'provenance'> & {
  readonly memoryIsMeasured: boolean
  readonly modelSentence: string
  readonly isGuess: boolean
  readonly isToken: boolean
  readonly usualFramework: string | undefined
  /** Factor that brought the estimate into agreement with the other mode's. */
  readonly agreed: number
}

/** An agreement that changed less than this, in logs, is not worth a word. */
const WORTH_A_WORD = 0.1

const otherMode = ({ mode }: PredictionRequest): string =>
  `Estimated together with ${mode === 'training' ? 'inference' : 'training'} of it, as a training step takes at least ${LEAST_FACTOR} times as long.`

const sampleSentence = ({ phase, sequenceLength }: PredictionRequest): string =>
  phase === 'decode'
    ? `One sample is the token that a step makes after ${sequenceLength} others, whose keys and values are cached (decode).`
    : `One sample is a sequence of ${sequenceLength} tokens read at once (prefill).`

/** Speed and memory are measured each for itself. */
function originOf(provenance: Provenance, memoryIsMeasured: boolean): string {
  if (provenance === 'measured' && !memoryIsMeasured) return 'The speed of this very configuration was measured; its memory was not, and is worked out.'
  return provenance !== 'measured' && memoryIsMeasured ? `${ORIGINS[provenance]} The memory of this very configuration was measured.` : ORIGINS[provenance]
}

/** What was assumed, where the number comes from and what limits it, in sentences. */
export function explain({ request, device, deviceAssumed, bound, provenance, memoryIsMeasured, modelSentence, isGuess, isToken, usualFramework, agreed }: Facts): string {
  const sentences = [
    modelSentence,
    deviceAssumed ? `No device was named, so ${device.name} is assumed for ${PLATFORM_FACTS[request.platform].title}; name one with \`device\` for a better answer.` : '',
    usualFramework === undefined ? '' : `Taken to run as most measurements on it did: ${usualFramework}; name another runtime with \`framework\`.`,
    isToken ? sampleSentence(request) : '',
    isGuess ? GUESSED : originOf(provenance, memoryIsMeasured),
    Math.abs(Math.log(agreed)) > WORTH_A_WORD ? otherMode(request) : '',
    `Limited by ${LIMITS[bound]}.`,
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

import type { OutputTensor } from '../../runner/protocol.ts'
import type { PageAnswer } from '../wire.ts'

/** An answer as JSON can hold it: arrays of numbers as lists, bytes as base64. */
export function encodeAnswer(answer: PageAnswer): unknown {
  if (answer.kind === 'measured') return { ...answer, result: { ...answer.result, samples: [...answer.result.samples], warmUpSamples: [...answer.result.warmUpSamples] } }
  if (answer.kind === 'ran') return { ...answer, outputs: answer.outputs.map((outcome) => ('message' in outcome ? outcome : outcome.map(encodeOutput))) }
  return answer
}

const encodeOutput = ({ bytes, ...output }: OutputTensor) => ({ ...output, base64: base64Of(bytes) })

const CHUNK_BYTES = 0x8000

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) text += String.fromCharCode(...bytes.subarray(start, start + CHUNK_BYTES))
  return btoa(text)
}

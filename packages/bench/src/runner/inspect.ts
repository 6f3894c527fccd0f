import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type ByteSource, type OnnxHeader, readOnnxHeader } from '@benchcast/core/graph/onnx'
import type { InspectJob } from './protocol.ts'

/** Reads what a model file says of itself. Throws what `readOnnxHeader` throws. */
export function inspect({ modelPath }: InspectJob): OnnxHeader {
  const file = openSync(modelPath, 'r')
  try {
    return readOnnxHeader(sourceOf(file))
  } finally {
    closeSync(file)
  }
}

function sourceOf(file: number): ByteSource {
  const read = (offset: number, length: number): Uint8Array => {
    const bytes = new Uint8Array(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset))
  }
  return { size: fstatSync(file).size, read }
}

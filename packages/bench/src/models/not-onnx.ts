import { BenchcastError } from '@benchcast/core/errors'

/** How files begin that are often taken for models; those that hold code are never opened. */
interface FileKind {
  readonly title: string
  readonly offset: number
  readonly bytes: readonly number[]
  readonly holdsCode: boolean
}

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0))

const KINDS: readonly FileKind[] = [
  { title: 'a Python pickle', offset: 0, bytes: [0x80, 0x02], holdsCode: true },
  { title: 'a Python pickle', offset: 0, bytes: [0x80, 0x03], holdsCode: true },
  { title: 'a Python pickle', offset: 0, bytes: [0x80, 0x04], holdsCode: true },
  { title: 'a Python pickle', offset: 0, bytes: [0x80, 0x05], holdsCode: true },
  { title: 'a ZIP archive, as PyTorch, Keras and Core ML write them', offset: 0, bytes: ascii('PK'), holdsCode: true },
  { title: 'a program', offset: 0, bytes: [0x7f, ...ascii('ELF')], holdsCode: true },
  { title: 'an HDF5 file', offset: 0, bytes: [0x89, ...ascii('HDF')], holdsCode: true },
  { title: 'a GGUF file', offset: 0, bytes: ascii('GGUF'), holdsCode: false },
  { title: 'a TensorFlow Lite file', offset: 4, bytes: ascii('TFL3'), holdsCode: false },
  { title: 'a file in ONNX Runtime’s own format', offset: 4, bytes: ascii('ORTM'), holdsCode: false },
  { title: 'a safetensors file', offset: 8, bytes: ascii('{"'), holdsCode: false },
  { title: 'a gzip archive', offset: 0, bytes: [0x1f, 0x8b], holdsCode: false },
  { title: 'a pointer of Git LFS, not the file itself (git lfs pull fetches it)', offset: 0, bytes: ascii('version https://git-lfs'), holdsCode: false },
]

/** As many of the first bytes as are looked at. */
export const FIRST_BYTES = 32

/** Throws `unsafe_model_file` when a file begins like one that is known to be something else than an ONNX model. */
export function checkIsNotOther(first: Uint8Array): void {
  const kind = KINDS.find(({ offset, bytes }) => bytes.every((byte, index) => first[offset + index] === byte))
  if (kind === undefined) return
  const why = kind.holdsCode ? ' Such files can hold code, which is never run here.' : ''
  throw new BenchcastError('unsafe_model_file', `The file is ${kind.title}.${why} Export the model as ONNX (optimum-cli export onnx, torch.onnx.export) and give the .onnx file.`)
}

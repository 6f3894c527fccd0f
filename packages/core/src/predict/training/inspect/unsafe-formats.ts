/** A kind of file that is not stored, and how to know it. */
export interface UnsafeFormat {
  /** As a sentence names it: `a pickle`. */
  readonly what: string
  readonly why: string
  /** Endings of file names, in lower case. */
  readonly endings: readonly string[]
  /** Whether content is of this kind; `text` is its beginning, a character a byte. */
  readonly matches: (bytes: Uint8Array, text: string) => boolean
}

const RUNS_CODE = 'whoever opens such a file runs the program inside it'
const begins =
  (...starts: readonly string[]) =>
  (_: Uint8Array, text: string) =>
    starts.some((start) => text.startsWith(start))

/** What protocols 2 to 5 of pickle begin with. */
const PICKLE_STARTS = [2, 3, 4, 5].map((protocol) => `\x80${String.fromCharCode(protocol)}`)
/** What a pickle of protocol 0 or 1 may begin with: opcodes that make a value. JSON and ONNX begin with none of them. */
const OLD_PICKLE_OPCODES = '(])}cFGIJKLMNSTUVX'
const FULL_STOP = 0x2e

/** Every pickle ends with a full stop, its opcode for the end. */
const isPickle = (bytes: Uint8Array, text: string): boolean =>
  PICKLE_STARTS.some((start) => text.startsWith(start)) || (text.length > 1 && OLD_PICKLE_OPCODES.includes(text.charAt(0)) && bytes.at(-1) === FULL_STOP)

/** Formats that are programs, need one to be opened, or often hold a pickle; the first match counts. */
export const UNSAFE_FORMATS: readonly UnsafeFormat[] = [
  { what: 'a Python pickle (also what joblib and dill write)', why: RUNS_CODE, endings: ['.pkl', '.pickle', '.joblib', '.dill', '.sav', '.p'], matches: isPickle },
  {
    what: 'a compressed file, as joblib writes pickles',
    why: RUNS_CODE,
    endings: ['.z', '.gz', '.xz', '.bz2', '.lzma', '.lz4', '.zst'],
    matches: begins('\x1f\x8b', 'BZh', '\xfd7zXZ', '\x78\x01', '\x78\x5e', '\x78\x9c', '\x78\xda', '\x04\x22\x4d\x18', '\x28\xb5\x2f\xfd', ']\x00\x00', 'ZF'),
  },
  { what: 'a NumPy archive', why: 'arrays of objects in it are pickles', endings: ['.npz', '.npy'], matches: begins('\x93NUMPY') },
  {
    what: 'a zip archive, as PyTorch and Keras write models',
    why: 'its members may be pickles or layers with code',
    endings: ['.pt', '.pth', '.ckpt', '.bin', '.keras', '.zip', '.mar', '.egg', '.whl'],
    matches: begins('PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'),
  },
  { what: 'an HDF5 file', why: 'layers in it may hold code of their own', endings: ['.h5', '.hdf5', '.hdf'], matches: begins('\x89HDF\r\n\x1a\n') },
  { what: 'an R data file', why: 'objects in it may hold code', endings: ['.rds', '.rdata', '.rda'], matches: begins('RDX', 'RDA', 'X\n\x00\x00') },
  {
    what: 'a program',
    why: 'it would have to be run',
    endings: ['.so', '.dll', '.dylib', '.exe', '.wasm', '.class', '.jar'],
    matches: begins('\x7fELF', 'MZ', '\x00asm', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', '#!'),
  },
  {
    what: 'source code',
    why: 'it would have to be run',
    endings: ['.py', '.pyc', '.ipynb', '.js', '.mjs', '.ts', '.r', '.sh', '.lua'],
    matches: (_, text) => /^\s*(#.*\n|"""|''')?\s*(import |from [\w.]+ import |def |class |function |const |let |var )/.test(text),
  },
  { what: 'XML', why: 'reading it may fetch other files', endings: ['.xml', '.pmml'], matches: begins('<?xml', '<PMML') },
]

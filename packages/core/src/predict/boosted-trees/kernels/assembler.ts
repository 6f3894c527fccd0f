/**
 * A small assembler of WebAssembly: just what wasm-kernels.ts needs. Code is a list of bytes, an expression leaves one value on the stack, and instructions are functions of their operands' code.
 * Encodings: WebAssembly Core Specification 2.0, chapter 5 (binary format), with the shared memories of the threads proposal.
 */
export type Code = readonly number[]

/** Types of values and their encodings. */
const TYPE = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const
type Type = keyof typeof TYPE

const operator =
  (...opcode: readonly number[]) =>
  (...operands: readonly Code[]): Code => [...operands.flat(), ...opcode]
const VECTOR = 0xfd
const memoryOperator =
  (...opcode: readonly number[]) =>
  (operands: readonly Code[], offset = 0): Code => [...operands.flat(), ...opcode, 0, ...unsigned(offset)]

/** Whole numbers; comparisons are unsigned, as addresses are. */
export const i32 = {
  of: (value: number): Code => [0x41, ...signed(value)],
  add: operator(0x6a),
  subtract: operator(0x6b),
  multiply: operator(0x6c),
  shiftLeft: operator(0x74),
  shiftRight: operator(0x76),
  isLess: operator(0x49),
  load: memoryOperator(0x28),
  loadByte: memoryOperator(0x2d),
  store: memoryOperator(0x36),
} as const

export const f64 = {
  add: operator(0xa0),
  load: memoryOperator(0x2b),
  store: memoryOperator(0x39),
  fromInteger: operator(0xb8),
} as const

/** Two doubles side by side; comparisons make masks. */
export const f64x2 = {
  splat: operator(VECTOR, 0x14),
  of: (value: number): Code => [VECTOR, 0x0c, ...doubleBytes(value), ...doubleBytes(value)],
  load: memoryOperator(VECTOR, 0x00),
  store: memoryOperator(VECTOR, 0x0b),
  add: operator(VECTOR, 0xf0, 0x01),
  subtract: operator(VECTOR, 0xf1, 0x01),
  multiply: operator(VECTOR, 0xf2, 0x01),
  divide: operator(VECTOR, 0xf3, 0x01),
  ceiling: operator(VECTOR, 0x74),
  lesser: operator(VECTOR, 0xf6, 0x01),
  isNotEqual: operator(VECTOR, 0x48),
  isGreater: operator(VECTOR, 0x4a),
  isAtLeast: operator(VECTOR, 0x4c),
  and: operator(VECTOR, 0x4e),
  /** (whereTrue, whereFalse, mask) */
  select: operator(VECTOR, 0x52),
  isAnyTrue: operator(VECTOR, 0x53),
} as const

const BLOCK_WITHOUT_RESULT = 0x40

/** Runs `body` again and again while `condition` holds, which is asked first. */
export const whileLoop = (condition: Code, ...body: readonly Code[]): Code => when(condition, [0x03, BLOCK_WITHOUT_RESULT, ...body.flat(), ...condition, 0x0d, 0x00, 0x0b])

export const when = (condition: Code, ...body: readonly Code[]): Code => [...condition, 0x04, BLOCK_WITHOUT_RESULT, ...body.flat(), 0x0b]

/** memory[to, to + bytes) = memory[from, from + bytes) */
export const copyMemory = (to: Code, from: Code, bytes: Code): Code => [...to, ...from, ...bytes, 0xfc, 0x0a, 0x00, 0x00]

/** A parameter or a local variable. */
export interface Variable {
  readonly get: Code
  readonly set: (value: Code) => Code
}

/** A function of a module. */
export interface WasmFunction {
  readonly parameters: readonly Type[]
  readonly locals: readonly Type[]
  readonly result: Type | undefined
  readonly body: Code
}

/** A function whose parameters and locals are named: `body` gets a Variable for each. */
export function wasmFunction<P extends string, L extends string = never>(
  parameters: Readonly<Record<P, Type>>,
  locals: Readonly<Record<L, Type>>,
  result: Type | undefined,
  body: (variables: Readonly<Record<P | L, Variable>>) => readonly Code[],
): WasmFunction {
  const names = [...Object.keys(parameters), ...Object.keys(locals)]
  const variable = (index: number): Variable => ({ get: [0x20, ...unsigned(index)], set: (value) => [...value, 0x21, ...unsigned(index)] })
  const variables = Object.fromEntries(names.map((name, index) => [name, variable(index)])) as Readonly<Record<P | L, Variable>>
  return { parameters: Object.values(parameters), locals: Object.values(locals), result, body: body(variables).flat() }
}

/** `\0asm` and the version of the format. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]

/** The bytes of a module that exports the functions and imports its memory as `env.memory`; a shared one of at most `maxPages` pages. */
export function wasmModule(functions: Readonly<Record<string, WasmFunction>>, memory: { readonly shared: boolean; readonly maxPages: number }): Uint8Array<ArrayBuffer> {
  const list = Object.values(functions)
  const types = list.map(({ parameters, result }) => [0x60, ...vector(parameters.map((type) => [TYPE[type]])), ...vector(result === undefined ? [] : [[TYPE[result]]])])
  const limits = memory.shared ? [0x03, 0x01, ...unsigned(memory.maxPages)] : [0x00, 0x01]
  return Uint8Array.from([
    ...MAGIC,
    ...section(1, vector(types)),
    ...section(2, vector([[...text('env'), ...text('memory'), 0x02, ...limits]])),
    ...section(3, vector(list.map((_, index) => unsigned(index)))),
    ...section(7, vector(Object.keys(functions).map((name, index) => [...text(name), 0x00, ...unsigned(index)]))),
    ...section(10, vector(list.map(({ locals, body }) => sized([...vector(locals.map((type) => [0x01, TYPE[type]])), ...body, 0x0b])))),
  ])
}

const section = (id: number, content: Code): Code => [id, ...sized(content)]
const sized = (content: Code): Code => [...unsigned(content.length), ...content]
const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()]
const text = (value: string): Code => sized([...new TextEncoder().encode(value)])
const doubleBytes = (value: number): Code => [...new Uint8Array(Float64Array.of(value).buffer)]

/** LEB128. */
function unsigned(value: number): Code {
  const rest = value >>> 7
  return rest === 0 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(rest)]
}

function signed(value: number): Code {
  const rest = value >> 7
  const isLast = (rest === 0 && (value & 0x40) === 0) || (rest === -1 && (value & 0x40) !== 0)
  return isLast ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(rest)]
}

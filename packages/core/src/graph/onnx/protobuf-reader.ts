import { BenchcastError } from '../../errors.ts'

/** Bytes that are read where they lie: a file, or an array in memory. */
export interface ByteSource {
  readonly size: number
  /** The bytes from `offset` on, at most `length` of them, fewer at the end. They may be overwritten by the next call. */
  readonly read: (offset: number, length: number) => Uint8Array
}

/** One field of a message. */
export interface ProtobufField {
  readonly number: number
  readonly wireType: number
  /** Of a varint, as a signed number; beyond 2^53 it is rounded. */
  readonly value: number
  /** Where its bytes lie, of a field with a length. */
  readonly start: number
  readonly end: number
}

export interface ReaderLimits {
  /** Fields of the whole message, nested ones included. */
  readonly fields: number
  /** Messages within messages. */
  readonly depth: number
  /** Bytes of one text. */
  readonly textBytes: number
}

/** What is done with fields by their number; what is found out goes into a target. */
export type FieldHandlers<T> = Readonly<Record<number, (field: ProtobufField, target: T) => void>>

const VARINT = 0
const FIXED_64 = 1
const LENGTH = 2
const FIXED_32 = 5
/** Bytes of fields whose kind says it; a varint's are in its value already. */
const LENGTHS: Readonly<Record<number, number>> = { [VARINT]: 0, [FIXED_64]: 8, [FIXED_32]: 4 }
const WINDOW_BYTES = 65_536
const LONGEST_VARINT = 10

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** That a file is not what it says it is. */
export const damaged = (what: string): BenchcastError => new BenchcastError('invalid_model', `The file is no ONNX model that can be read: ${what}. Export it again, or check that it arrived whole.`)

/**
 * Reads messages in the protocol-buffers wire format from a source of any size, within limits: whatever no handler is given for is skipped without being looked at.
 *
 * @example
 * new ProtobufReader(source, limits).message(0, source.size, { 2: (field, model) => (model.producer = reader.text(field)) }, { producer: '' })
 */
export class ProtobufReader {
  readonly #source: ByteSource
  readonly #limits: ReaderLimits
  #window: Uint8Array = new Uint8Array()
  #windowStart = 0
  #position = 0
  #fields = 0
  #depth = 0

  constructor(source: ByteSource, limits: ReaderLimits) {
    this.#source = source
    this.#limits = limits
  }

  /** Hands each field between two positions to the handler of its number, and gives the target back. Throws `invalid_model` for what is damaged or beyond the limits. */
  message<T>(start: number, end: number, handlers: FieldHandlers<T>, target: T): T {
    if (++this.#depth > this.#limits.depth) throw new BenchcastError('invalid_model', `The model is nested more than ${this.#limits.depth} messages deep: models like this are not run.`)
    for (let position = start; position < end; ) {
      const field = this.#field(position, end)
      handlers[field.number]?.(field, target)
      position = field.end
    }
    this.#depth--
    return target
  }

  /** The same for a field that is a message itself. */
  nested<T>(field: ProtobufField, handlers: FieldHandlers<T>, target: T): T {
    this.#expect(field, LENGTH)
    return this.message(field.start, field.end, handlers, target)
  }

  integer(field: ProtobufField): number {
    this.#expect(field, VARINT)
    return field.value
  }

  text(field: ProtobufField): string {
    this.#expect(field, LENGTH)
    const length = field.end - field.start
    if (length > this.#limits.textBytes) throw new BenchcastError('invalid_model', `The model has a name of ${length} bytes; names of up to ${this.#limits.textBytes} are read.`)
    try {
      return utf8.decode(this.#bytes(field.start, length))
    } catch (error) {
      throw error instanceof BenchcastError ? error : damaged(`a name at byte ${field.start} is no text`)
    }
  }

  /** A list of varints, whether each has a field of its own or all share one. At most `most` of them. */
  integers(field: ProtobufField, into: number[], most: number): void {
    if (field.wireType === VARINT) into.push(field.value)
    else {
      this.#expect(field, LENGTH)
      this.#position = field.start
      while (this.#position < field.end && into.length <= most) into.push(this.#varint(field.end))
    }
    if (into.length > most) throw new BenchcastError('invalid_model', `The model has a tensor of more than ${most} dimensions: models like this are not run.`)
  }

  #field(start: number, end: number): ProtobufField {
    if (++this.#fields > this.#limits.fields) throw new BenchcastError('invalid_model', `The model has more than ${this.#limits.fields} entries: models like this are not run.`)
    this.#position = start
    const tag = this.#varint(end)
    const [number, wireType] = [Math.floor(tag / 8), tag % 8]
    if (number < 1 || number > 0x1fffffff) throw damaged(`there is no field at byte ${start}`)
    const value = wireType === VARINT || wireType === LENGTH ? this.#varint(end) : 0
    const length = lengthOf(wireType, value)
    if (length === undefined) throw damaged(`the field at byte ${start} is of an unknown kind`)
    const first = this.#position
    if (length < 0 || length > end - first) throw damaged(`it ends in the middle of the field at byte ${start}`)
    return { number, wireType, value, start: first, end: first + length }
  }

  #expect({ start, wireType }: ProtobufField, expected: number): void {
    if (wireType !== expected) throw damaged(`the field at byte ${start} is of another kind than ONNX says`)
  }

  #varint(end: number): number {
    const start = this.#position
    let value = 0
    for (let index = 0; index < LONGEST_VARINT; index++) {
      if (this.#position >= end) throw damaged(`it ends in the middle of the number at byte ${start}`)
      const byte = this.#byte(this.#position++)
      value += (byte & 0x7f) * 2 ** (7 * index)
      if (byte < 0x80) return value < 2 ** 53 ? value : signed(this.#bytes(start, index + 1))
    }
    throw damaged(`the number at byte ${start} has no end`)
  }

  #byte(position: number): number {
    return this.#window[position - this.#windowStart] ?? this.#bytes(position, 1)[0]!
  }

  #bytes(position: number, length: number): Uint8Array {
    const offset = position - this.#windowStart
    if (offset >= 0 && offset + length <= this.#window.length) return this.#window.subarray(offset, offset + length)
    this.#window = this.#source.read(position, Math.max(length, WINDOW_BYTES))
    this.#windowStart = position
    if (this.#window.length < length) throw damaged(`it ends at byte ${position + this.#window.length}`)
    return this.#window.subarray(0, length)
  }
}

/** A varint too large for a number to hold all its bits: of 64 bits, the highest is the sign. */
function signed(bytes: Uint8Array): number {
  const value = bytes.reduceRight((rest, byte) => (rest << 7n) | BigInt(byte & 0x7f), 0n)
  return Number(BigInt.asIntN(64, value))
}

/** Bytes of a field after its tag; undefined for groups and for what does not exist. */
function lengthOf(wireType: number, value: number): number | undefined {
  if (wireType === LENGTH) return value
  return LENGTHS[wireType]
}

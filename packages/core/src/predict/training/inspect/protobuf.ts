/** A field of a protocol buffer message. */
export interface ProtobufField {
  readonly number: number
  /** The value of a whole number (below 2^53), else 0. */
  readonly integer: number
  /** The bytes of text, bytes or a message, else empty. */
  readonly bytes: Uint8Array
}

/** Bytes that are no protocol buffer message. */
export class ProtobufProblem extends Error {}

const NOTHING = new Uint8Array(0)
/** Wire types. */
const VARINT = 0
const FIXED64 = 1
const DELIMITED = 2
const FIXED32 = 5

/**
 * Walks over the fields of one message without copying and without going into messages inside it (protobuf.dev/programming-guides/encoding).
 *
 * @throws {ProtobufProblem} for a length beyond the end, a group, or a number longer than 10 bytes.
 */
export function* protobufFields(bytes: Uint8Array): Generator<ProtobufField> {
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let i = 0; i < 10; i++) {
      const byte = bytes[at++]
      if (byte === undefined) throw new ProtobufProblem('a number is cut off')
      value += (byte & 0x7f) * 2 ** (7 * i)
      if (byte < 0x80) return value
    }
    throw new ProtobufProblem('a number has more than 10 bytes')
  }
  const take = (length: number): Uint8Array => {
    if (length > bytes.length - at) throw new ProtobufProblem(`a field of ${length} bytes reaches beyond the end`)
    at += length
    return bytes.subarray(at - length, at)
  }
  while (at < bytes.length) {
    const key = varint()
    const [number, type] = [Math.floor(key / 8), key % 8]
    if (number < 1 || number >= 2 ** 29) throw new ProtobufProblem(`there is no field ${number}`)
    if (type === VARINT) yield { number, integer: varint(), bytes: NOTHING }
    else if (type === DELIMITED) yield { number, integer: 0, bytes: take(varint()) }
    else if (type === FIXED64 || type === FIXED32) {
      take(type === FIXED64 ? 8 : 4)
      yield { number, integer: 0, bytes: NOTHING }
    } else throw new ProtobufProblem(`wire type ${type} is not used by ONNX`)
  }
}

/** The text of a field; bytes that are no UTF-8 are replaced. */
export const textOf = ({ bytes }: ProtobufField): string => new TextDecoder().decode(bytes)

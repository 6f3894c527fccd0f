const utf8 = new TextEncoder()

/**
 * Writes messages in the protocol-buffers wire format, the few kinds of field that ONNX needs. Fields are numbered as in onnx.proto.
 *
 * @example
 * new ProtobufWriter().integer(1, 10).text(2, 'benchcast').message(7, (graph) => graph.text(2, 'main')).bytes()
 */
export class ProtobufWriter {
  #buffer = new Uint8Array(256)
  #length = 0

  /** A varint field. Negative numbers take ten bytes, as the format has it. */
  integer(field: number, value: number): this {
    this.#tag(field, 0)
    return this.#varint(value)
  }

  /** A 32-bit float field. */
  float(field: number, value: number): this {
    this.#tag(field, 5)
    this.#reserve(4)
    new DataView(this.#buffer.buffer).setFloat32(this.#length, value, true)
    this.#length += 4
    return this
  }

  text(field: number, value: string): this {
    return this.blob(field, utf8.encode(value))
  }

  blob(field: number, value: Uint8Array): this {
    this.#tag(field, 2)
    this.#varint(value.length)
    this.#reserve(value.length)
    this.#buffer.set(value, this.#length)
    this.#length += value.length
    return this
  }

  /** Several varints in one field. */
  packedIntegers(field: number, values: readonly number[]): this {
    const packed = new ProtobufWriter()
    for (const value of values) packed.#varint(value)
    return this.blob(field, packed.bytes())
  }

  /** A nested message. */
  message(field: number, write: (message: ProtobufWriter) => unknown): this {
    const inner = new ProtobufWriter()
    write(inner)
    return this.blob(field, inner.bytes())
  }

  bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#length)
  }

  #tag(field: number, wireType: number): void {
    this.#varint(field * 8 + wireType)
  }

  #varint(value: number): this {
    this.#reserve(10)
    if (value < 0 || value > 0xffffffff) return this.#longVarint(BigInt.asUintN(64, BigInt(value)))
    let rest = value
    while (rest > 0x7f) {
      this.#buffer[this.#length++] = (rest & 0x7f) | 0x80
      rest = Math.floor(rest / 128)
    }
    this.#buffer[this.#length++] = rest
    return this
  }

  #longVarint(value: bigint): this {
    let rest = value
    for (; rest > 0x7fn; rest >>= 7n) this.#buffer[this.#length++] = Number(rest & 0x7fn) | 0x80
    this.#buffer[this.#length++] = Number(rest)
    return this
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#buffer.length) return
    const larger = new Uint8Array(Math.max(this.#length + count, 2 * this.#buffer.length))
    larger.set(this.#buffer.subarray(0, this.#length))
    this.#buffer = larger
  }
}

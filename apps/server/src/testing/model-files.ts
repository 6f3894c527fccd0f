/** A protobuf field whose value is bytes. */
const field = (number: number, ...content: readonly (string | readonly number[])[]): number[] => {
  const bytes = content.flatMap((part) => [...(typeof part === 'string' ? Buffer.from(part) : part)])
  return [number * 8 + 2, bytes.length, ...bytes]
}
/** A free size of a tensor. */
const free = field(1, field(2, 'N'))
/** An ONNX model without operators that has one input, `batch_size`: IR version 8, producer, graph, operator set. */
export const ONNX_PREDICTOR = Buffer.from([8, 8, ...field(2, 'test'), ...field(7, field(11, field(1, 'batch_size'), field(2, field(1, [8, 1], field(2, free))))), ...field(8, field(1, ''), [16, 17])])
/** Trees written by hand: one split on the batch size. */
export const TREES_PREDICTOR = JSON.stringify({
  format: 'benchcast-correction-1',
  priorVersion: 'any',
  features: ['batch_size', 'platform'],
  words: { platform: ['cuda'] },
  trees: {
    base: 0,
    cuts: [[3], []],
    trees: [
      [
        [0, 1, 0],
        [-0.5, 10],
        [0.5, 10],
      ],
    ],
    gain: [3, 1],
  },
  range: [-1, 1],
  support: { reach: 100, points: { 'cuda forward': [17, 20, 2, 5, 1, 30, 27] } },
})

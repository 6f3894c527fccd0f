const MODELS = ['a', 'b', 'c', 'd']

/** `rows` zeros and ones of a small generator, so that the data is the same every time. */
function labels(seed: number, rows: number): string {
  let state = seed
  const digits = new Array<number>(rows)
  for (let i = 0; i < rows; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    digits[i] = state >>> 31
  }
  return `[${digits.join(',')}]`
}

/** JSON text of a run of four classifiers on `rows` samples. */
export function largeBody(rows: number): string {
  const predictions = MODELS.map((id, i) => `"${id}":${labels(i + 1, rows)}`)
  return `{"benchmark_name":"large","dataset_id":"d","task_type":"classification","model_predictions":{${predictions.join(',')}},"ground_truth":${labels(MODELS.length + 1, rows)}}`
}

import { describe, expect, it } from 'vitest'
import { speedReportCsv, speedReportMarkdown } from './speed-report.ts'

const measured = {
  batch_size: 8,
  status: 'completed',
  throughput_items_per_second: 25.5,
  average_latency_ms: 312.25,
  memory_peak_mb: 585.123,
  reused: false,
  measured_at: '2025-08-15T14:30:45.123Z',
  simulation_mode: false,
  statistics: { median_interval_ms: [310, 315.5] },
  flags: [{ code: 'other_load', message: 'Other programs used 1.3 cores.' }],
  prediction: { latency: 298.4 },
  measurement_id: 'meas-1',
} as const
const refused = {
  ...measured,
  batch_size: 16,
  status: 'failed',
  throughput_items_per_second: null,
  average_latency_ms: null,
  memory_peak_mb: null,
  error: '=too "large", it seems',
  statistics: undefined,
  flags: undefined,
  prediction: undefined,
} as const
const metrics = { throughput_items_per_second: 25.5, average_latency_ms: 312.25, memory_peak_mb: 585.123 }
const RESULTS = {
  run_id: '019aa8c4',
  status: 'completed',
  config: {},
  results: { 'a|b<script>': { cpu: { metrics, batches: [measured, refused] } } },
  result: { model_name: 'a|b<script>', hardware: 'cpu', batch_size: 8, metrics: { throughput: 25.5, latency: 312.25, memory_usage: 585.123 } },
  method: { reason: 'MLPerf asks for more.' },
  machine: { processor: 'A processor', runtime: 'onnxruntime-node 1.30.0' },
  warnings: ['something was refused'],
  start_time: '2025-08-15T14:30:00.000Z',
  completion_time: '2025-08-15T14:30:45.123Z',
} as never

describe('The report of a benchmark run', () => {
  it('is a table with every configuration in full precision', () => {
    const [head, first, second, end] = speedReportCsv(RESULTS).split('\r\n')
    expect(head).toBe('model_name,hardware,batch_size,status,throughput_items_per_second,latency_ms,latency_lower_ms,latency_upper_ms,memory_peak_mb,predicted_latency_ms,flags,error')
    expect(first).toBe('a|b<script>,cpu,8,completed,25.5,312.25,310,315.5,585.123,298.4,other_load,')
    expect(second).toMatch(/^a\|b<script>,cpu,16,failed,,,,,,,,/)
    expect(second).not.toContain(',=too')
    expect(end).toBe('')
  })

  it('is a page to read, in which a name stays a name', () => {
    const page = speedReportMarkdown(RESULTS)
    expect(page).toContain('| cpu | 8 | 25.5 | 312 (310 to 316) | 585 | 298 |')
    expect(page).toContain('| cpu | 16 | – | – | – | – |')
    expect(page).toContain('- something was refused')
    expect(page).toContain('at batch size 8: Other programs used 1.3 cores.')
    expect(page).not.toContain('a|b<script>')
  })
})

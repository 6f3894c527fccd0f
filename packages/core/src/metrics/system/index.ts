import type { Metric } from '../metric.ts'
import { cpuUsagePercent } from './cpu-usage-percent.ts'
import { latencyMs } from './latency-ms.ts'
import { memoryUsageMb } from './memory-usage-mb.ts'
import { throughputRps } from './throughput-rps.ts'

export const SYSTEM_METRICS: readonly Metric[] = [latencyMs, throughputRps, memoryUsageMb, cpuUsagePercent]

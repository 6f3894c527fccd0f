import type { HardwareSpec, Platform } from '../../hardware/hardware.ts'
import type { Facts } from '../facts/facts.ts'
import { cacheTraffic } from './cache-traffic.ts'
import { numberFormat, peakOperations } from './number-format.ts'

/** Seconds one item takes if nothing but one limit held it up. */
export interface Roofline {
  readonly computeSeconds: number
  readonly memorySeconds: number
  readonly overheadSeconds: number
  /** Items per second on all devices when arithmetic and memory traffic overlap and starting kernels does not. */
  readonly itemsPerSecond: number
}

/** Seconds to start one kernel, by platform: driver calls in microseconds, browsers through a validation layer, processors a function call. */
export const LAUNCH_SECONDS: Readonly<Record<Platform, number>> = { cpu: 1e-6, cuda: 4e-6, rocm: 6e-6, mps: 1e-5, openvino: 2e-6, webgpu: 4e-5, webnn: 4e-5, qnn: 5e-6 }
/** A training step: forward, gradients of activations, gradients of weights. */
export const TRAINING_PASSES = 3

/**
 * The classic roofline of a whole model: arithmetic at the peak of the number format, traffic of weights (once a pass), activations (written and read) and a text's keys and
 * values at the memory's bandwidth, and a kernel start a layer. A mixture of experts reads at most the experts its tokens meet.
 * Source: Williams, Waterman, Patterson, Roofline (2009).
 *
 * @param device another device than the workload's, as if it ran there; `platform` likewise
 */
export function roofline(facts: Facts, device: HardwareSpec = facts.workload.device, platform: Platform = facts.workload.platform): Roofline {
  if (device !== facts.workload.device || platform !== facts.workload.platform) return limitsOn(facts, device, platform)
  if (last?.facts !== facts) last = { facts, limits: limitsOn(facts, device, platform) }
  return last.limits
}

/** The parts of a prediction ask for the same one after another. */
let last: { readonly facts: Facts; readonly limits: Roofline } | undefined

function limitsOn(facts: Facts, device: HardwareSpec, platform: Platform): Roofline {
  const { workload, macs, activations, weightBytes, itemsPerPass, busyDevices: devices, layers } = facts
  const format = numberFormat(workload.precision)
  const passes = workload.mode === 'training' ? TRAINING_PASSES : 1
  const bandwidth = device.memoryBytesPerSecond * devices
  const computeSeconds = (passes * 2 * macs) / (peakOperations(device, format) * devices)
  const memorySeconds = (passes * (weightTraffic(facts, weightBytes) / itemsPerPass + cacheTraffic(facts) + 2 * activations * format.activationBytes)) / bandwidth
  const overheadSeconds = (passes * layers * LAUNCH_SECONDS[platform]) / Math.max(1, itemsPerPass / devices) / devices
  return { computeSeconds, memorySeconds, overheadSeconds, itemsPerSecond: 1 / (Math.max(computeSeconds, memorySeconds) + overheadSeconds) }
}

function weightTraffic({ workload, parameters, macs, itemsPerPass }: Facts, weightBytes: number): number {
  if (workload.unit !== 'token') return weightBytes
  const activeShare = Math.min(1, macs / parameters)
  return weightBytes * Math.min(1, activeShare * itemsPerPass)
}

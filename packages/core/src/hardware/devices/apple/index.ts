import type { HardwareSpec } from '../../hardware.ts'
import { APPLE_M1_7C_GPU } from './apple-m1-7c-gpu.ts'
import { APPLE_M1_8C_GPU } from './apple-m1-8c-gpu.ts'
import { APPLE_M1_CPU } from './apple-m1-cpu.ts'
import { APPLE_M1_MAX } from './apple-m1-max.ts'
import { APPLE_M1_MAX_24C_GPU } from './apple-m1-max-24c-gpu.ts'
import { APPLE_M1_MAX_32C_GPU } from './apple-m1-max-32c-gpu.ts'
import { APPLE_M1_MAX_CPU } from './apple-m1-max-cpu.ts'
import { APPLE_M1_PRO } from './apple-m1-pro.ts'
import { APPLE_M1_PRO_14C_GPU } from './apple-m1-pro-14c-gpu.ts'
import { APPLE_M1_PRO_CPU } from './apple-m1-pro-cpu.ts'
import { APPLE_M1_ULTRA_48C_GPU } from './apple-m1-ultra-48c-gpu.ts'
import { APPLE_M1_ULTRA_64C_GPU } from './apple-m1-ultra-64c-gpu.ts'
import { APPLE_M1_ULTRA_CPU } from './apple-m1-ultra-cpu.ts'
import { APPLE_M2 } from './apple-m2.ts'
import { APPLE_M2_8C_GPU } from './apple-m2-8c-gpu.ts'
import { APPLE_M2_CPU } from './apple-m2-cpu.ts'
import { APPLE_M2_MAX_30C_GPU } from './apple-m2-max-30c-gpu.ts'
import { APPLE_M2_MAX_38C_GPU } from './apple-m2-max-38c-gpu.ts'
import { APPLE_M2_MAX_CPU } from './apple-m2-max-cpu.ts'
import { APPLE_M2_PRO_16C_GPU } from './apple-m2-pro-16c-gpu.ts'
import { APPLE_M2_PRO_19C_GPU } from './apple-m2-pro-19c-gpu.ts'
import { APPLE_M2_PRO_CPU } from './apple-m2-pro-cpu.ts'
import { APPLE_M2_ULTRA_60C_GPU } from './apple-m2-ultra-60c-gpu.ts'
import { APPLE_M2_ULTRA_76C_GPU } from './apple-m2-ultra-76c-gpu.ts'
import { APPLE_M3 } from './apple-m3.ts'
import { APPLE_M3_8C_GPU } from './apple-m3-8c-gpu.ts'
import { APPLE_M3_CPU } from './apple-m3-cpu.ts'
import { APPLE_M3_CPU_WASM } from './apple-m3-cpu-wasm.ts'
import { APPLE_M3_MAX_30C_GPU } from './apple-m3-max-30c-gpu.ts'
import { APPLE_M3_MAX_40C_GPU } from './apple-m3-max-40c-gpu.ts'
import { APPLE_M3_MAX_CPU } from './apple-m3-max-cpu.ts'
import { APPLE_M3_PRO_14C_GPU } from './apple-m3-pro-14c-gpu.ts'
import { APPLE_M3_PRO_18C_GPU } from './apple-m3-pro-18c-gpu.ts'
import { APPLE_M3_PRO_CPU } from './apple-m3-pro-cpu.ts'
import { APPLE_M3_ULTRA_60C_GPU } from './apple-m3-ultra-60c-gpu.ts'
import { APPLE_M3_ULTRA_80C_GPU } from './apple-m3-ultra-80c-gpu.ts'
import { APPLE_M3_ULTRA_CPU } from './apple-m3-ultra-cpu.ts'
import { APPLE_M4_8C_GPU } from './apple-m4-8c-gpu.ts'
import { APPLE_M4_10C_GPU } from './apple-m4-10c-gpu.ts'
import { APPLE_M4_CPU } from './apple-m4-cpu.ts'
import { APPLE_M4_MAX_32C_GPU } from './apple-m4-max-32c-gpu.ts'
import { APPLE_M4_MAX_40C_GPU } from './apple-m4-max-40c-gpu.ts'
import { APPLE_M4_MAX_CPU } from './apple-m4-max-cpu.ts'
import { APPLE_M4_PRO_16C_GPU } from './apple-m4-pro-16c-gpu.ts'
import { APPLE_M4_PRO_20C_GPU } from './apple-m4-pro-20c-gpu.ts'
import { APPLE_M4_PRO_CPU } from './apple-m4-pro-cpu.ts'
import { APPLE_M5_10C_GPU } from './apple-m5-10c-gpu.ts'
import { APPLE_M5_CPU } from './apple-m5-cpu.ts'
import { IPHONE_5S } from './iphone-5s.ts'
import { MACBOOK_AIR_M3 } from './macbook-air-m3.ts'
import { MACBOOK_PRO_13_INCH_M1 } from './macbook-pro-13-inch-m1.ts'

/** Apple chips: their graphics parts first, since most people mean those. */
export const APPLE_DEVICES: readonly HardwareSpec[] = [
  APPLE_M5_10C_GPU,
  APPLE_M4_10C_GPU,
  APPLE_M4_PRO_20C_GPU,
  APPLE_M4_PRO_16C_GPU,
  APPLE_M4_MAX_40C_GPU,
  APPLE_M4_8C_GPU,
  APPLE_M4_MAX_32C_GPU,
  APPLE_M3,
  APPLE_M3_PRO_14C_GPU,
  APPLE_M3_MAX_40C_GPU,
  APPLE_M3_MAX_30C_GPU,
  APPLE_M3_ULTRA_60C_GPU,
  APPLE_M3_8C_GPU,
  APPLE_M3_PRO_18C_GPU,
  APPLE_M3_ULTRA_80C_GPU,
  APPLE_M2,
  APPLE_M2_PRO_16C_GPU,
  APPLE_M2_MAX_38C_GPU,
  APPLE_M2_ULTRA_60C_GPU,
  APPLE_M2_ULTRA_76C_GPU,
  APPLE_M2_8C_GPU,
  APPLE_M2_PRO_19C_GPU,
  APPLE_M2_MAX_30C_GPU,
  APPLE_M1_8C_GPU,
  APPLE_M1_7C_GPU,
  APPLE_M1_PRO,
  APPLE_M1_PRO_14C_GPU,
  APPLE_M1_MAX,
  APPLE_M1_MAX_32C_GPU,
  APPLE_M1_MAX_24C_GPU,
  APPLE_M1_ULTRA_48C_GPU,
  APPLE_M1_ULTRA_64C_GPU,
  APPLE_M5_CPU,
  APPLE_M4_CPU,
  APPLE_M4_PRO_CPU,
  APPLE_M4_MAX_CPU,
  APPLE_M3_CPU,
  APPLE_M3_PRO_CPU,
  APPLE_M3_MAX_CPU,
  APPLE_M3_ULTRA_CPU,
  APPLE_M2_CPU,
  APPLE_M2_PRO_CPU,
  APPLE_M2_MAX_CPU,
  APPLE_M1_CPU,
  APPLE_M1_PRO_CPU,
  APPLE_M1_ULTRA_CPU,
  APPLE_M1_MAX_CPU,
  APPLE_M3_CPU_WASM,
  MACBOOK_AIR_M3,
  MACBOOK_PRO_13_INCH_M1,
  IPHONE_5S,
]

import { AMD_DEVICES } from './devices/amd/index.ts'
import { APPLE_DEVICES } from './devices/apple/index.ts'
import { BOARD_DEVICES } from './devices/boards/index.ts'
import { INTEL_DEVICES } from './devices/intel/index.ts'
import { NVIDIA_DEVICES } from './devices/nvidia/index.ts'
import { QUALCOMM_DEVICES } from './devices/qualcomm/index.ts'
import { SERVER_DEVICES } from './devices/servers/index.ts'
import type { HardwareSpec } from './hardware.ts'

/** Every device, in the order tables show them. A new one is one file and one line in its folder's list. */
export const HARDWARE: readonly HardwareSpec[] = [...NVIDIA_DEVICES, ...AMD_DEVICES, ...APPLE_DEVICES, ...INTEL_DEVICES, ...SERVER_DEVICES, ...QUALCOMM_DEVICES, ...BOARD_DEVICES]

export const HARDWARE_BY_ID: ReadonlyMap<string, HardwareSpec> = new Map(HARDWARE.map((device) => [device.id, device]))

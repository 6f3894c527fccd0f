import type { HardwareSpec } from '../../hardware.ts'
import { AMPERE_ALTRA_MAX_M128_30 } from './ampere-altra-max-m128-30.ts'
import { AMPERE_ALTRA_Q80_30 } from './ampere-altra-q80-30.ts'
import { AWS_C5_4XLARGE } from './aws-c5-4xlarge.ts'
import { AWS_GRAVITON2 } from './aws-graviton2.ts'
import { AWS_GRAVITON3 } from './aws-graviton3.ts'
import { AWS_GRAVITON4 } from './aws-graviton4.ts'
import { AZURE_STANDARD_D64AS_V7 } from './azure-standard-d64as-v7.ts'
import { AZURE_STANDARD_D64PS_V6 } from './azure-standard-d64ps-v6.ts'
import { AZURE_STANDARD_D64S_V6 } from './azure-standard-d64s-v6.ts'
import { HUAWEI_KUNPENG_920_2251K } from './huawei-kunpeng-920-2251k.ts'
import { HUAWEI_KUNPENG_920_3211K } from './huawei-kunpeng-920-3211k.ts'
import { HUAWEI_KUNPENG_920_7260 } from './huawei-kunpeng-920-7260.ts'
import { PHYTIUM_FT_2000_4 } from './phytium-ft-2000-4.ts'
import { PHYTIUM_FT_2000_PLUS_64_8_CORES } from './phytium-ft-2000-plus-64-8-cores.ts'
import { SUNWAY_SW421 } from './sunway-sw421.ts'
import { SUNWAY_SW831 } from './sunway-sw831.ts'

/** Processors of cloud instances and Arm servers. */
export const SERVER_DEVICES: readonly HardwareSpec[] = [
  AWS_C5_4XLARGE,
  AWS_GRAVITON4,
  AWS_GRAVITON3,
  AWS_GRAVITON2,
  AMPERE_ALTRA_MAX_M128_30,
  AMPERE_ALTRA_Q80_30,
  AZURE_STANDARD_D64AS_V7,
  AZURE_STANDARD_D64PS_V6,
  AZURE_STANDARD_D64S_V6,
  HUAWEI_KUNPENG_920_7260,
  HUAWEI_KUNPENG_920_3211K,
  HUAWEI_KUNPENG_920_2251K,
  PHYTIUM_FT_2000_PLUS_64_8_CORES,
  PHYTIUM_FT_2000_4,
  SUNWAY_SW831,
  SUNWAY_SW421,
]

import type { HardwareSpec } from '../../hardware.ts'
import { AMD_EPYC_7543 } from './amd-epyc-7543.ts'
import { AMD_EPYC_7713 } from './amd-epyc-7713.ts'
import { AMD_EPYC_7742 } from './amd-epyc-7742.ts'
import { AMD_EPYC_7763 } from './amd-epyc-7763.ts'
import { AMD_EPYC_9554 } from './amd-epyc-9554.ts'
import { AMD_EPYC_9575F } from './amd-epyc-9575f.ts'
import { AMD_EPYC_9654 } from './amd-epyc-9654.ts'
import { AMD_EPYC_9754 } from './amd-epyc-9754.ts'
import { AMD_EPYC_9755 } from './amd-epyc-9755.ts'
import { AMD_EPYC_9965 } from './amd-epyc-9965.ts'
import { AMD_INSTINCT_MI50 } from './amd-instinct-mi50.ts'
import { AMD_INSTINCT_MI100 } from './amd-instinct-mi100.ts'
import { AMD_INSTINCT_MI210 } from './amd-instinct-mi210.ts'
import { AMD_INSTINCT_MI250_1_GCD } from './amd-instinct-mi250-1-gcd.ts'
import { AMD_INSTINCT_MI250X_1_GCD } from './amd-instinct-mi250x-1-gcd.ts'
import { AMD_INSTINCT_MI300A } from './amd-instinct-mi300a.ts'
import { AMD_INSTINCT_MI300X } from './amd-instinct-mi300x.ts'
import { AMD_INSTINCT_MI325X } from './amd-instinct-mi325x.ts'
import { AMD_INSTINCT_MI350X } from './amd-instinct-mi350x.ts'
import { AMD_INSTINCT_MI355X } from './amd-instinct-mi355x.ts'
import { AMD_RADEON_680M } from './amd-radeon-680m.ts'
import { AMD_RADEON_780M } from './amd-radeon-780m.ts'
import { AMD_RADEON_880M } from './amd-radeon-880m.ts'
import { AMD_RADEON_890M } from './amd-radeon-890m.ts'
import { AMD_RADEON_8060S } from './amd-radeon-8060s.ts'
import { AMD_RADEON_AI_PRO_R9700 } from './amd-radeon-ai-pro-r9700.ts'
import { AMD_RADEON_GRAPHICS_2CU } from './amd-radeon-graphics-2cu.ts'
import { AMD_RADEON_PRO_W7900 } from './amd-radeon-pro-w7900.ts'
import { AMD_RADEON_RX_5700_XT } from './amd-radeon-rx-5700-xt.ts'
import { AMD_RADEON_RX_6600 } from './amd-radeon-rx-6600.ts'
import { AMD_RADEON_RX_6600_XT } from './amd-radeon-rx-6600-xt.ts'
import { AMD_RADEON_RX_6700_XT } from './amd-radeon-rx-6700-xt.ts'
import { AMD_RADEON_RX_6800_XT } from './amd-radeon-rx-6800-xt.ts'
import { AMD_RADEON_RX_6900_XT } from './amd-radeon-rx-6900-xt.ts'
import { AMD_RADEON_RX_7600 } from './amd-radeon-rx-7600.ts'
import { AMD_RADEON_RX_7600_XT } from './amd-radeon-rx-7600-xt.ts'
import { AMD_RADEON_RX_7700_XT } from './amd-radeon-rx-7700-xt.ts'
import { AMD_RADEON_RX_7800_XT } from './amd-radeon-rx-7800-xt.ts'
import { AMD_RADEON_RX_7900_XT } from './amd-radeon-rx-7900-xt.ts'
import { AMD_RADEON_RX_7900_XTX } from './amd-radeon-rx-7900-xtx.ts'
import { AMD_RADEON_RX_9060_XT_16GB } from './amd-radeon-rx-9060-xt-16gb.ts'
import { AMD_RADEON_RX_9070 } from './amd-radeon-rx-9070.ts'
import { AMD_RADEON_RX_9070_XT } from './amd-radeon-rx-9070-xt.ts'
import { AMD_RYZEN_5_5600X } from './amd-ryzen-5-5600x.ts'
import { AMD_RYZEN_5_7600X } from './amd-ryzen-5-7600x.ts'
import { AMD_RYZEN_7_3700X } from './amd-ryzen-7-3700x.ts'
import { AMD_RYZEN_7_5700G } from './amd-ryzen-7-5700g.ts'
import { AMD_RYZEN_7_5800X } from './amd-ryzen-7-5800x.ts'
import { AMD_RYZEN_7_7700X } from './amd-ryzen-7-7700x.ts'
import { AMD_RYZEN_7_7800X3D } from './amd-ryzen-7-7800x3d.ts'
import { AMD_RYZEN_7_7840HS } from './amd-ryzen-7-7840hs.ts'
import { AMD_RYZEN_7_9700X } from './amd-ryzen-7-9700x.ts'
import { AMD_RYZEN_7_9800X3D } from './amd-ryzen-7-9800x3d.ts'
import { AMD_RYZEN_9_5950X } from './amd-ryzen-9-5950x.ts'
import { AMD_RYZEN_9_7945HX } from './amd-ryzen-9-7945hx.ts'
import { AMD_RYZEN_9_7950X } from './amd-ryzen-9-7950x.ts'
import { AMD_RYZEN_9_9950X } from './amd-ryzen-9-9950x.ts'
import { AMD_RYZEN_AI_MAX_PLUS_395_CPU } from './amd-ryzen-ai-max-plus-395-cpu.ts'
import { AMD_RYZEN_EMBEDDED_V1605B } from './amd-ryzen-embedded-v1605b.ts'
import { AMD_RYZEN_THREADRIPPER_3970X } from './amd-ryzen-threadripper-3970x.ts'
import { AMD_RYZEN_THREADRIPPER_7980X } from './amd-ryzen-threadripper-7980x.ts'

/** AMD graphics and processors. */
export const AMD_DEVICES: readonly HardwareSpec[] = [
  AMD_INSTINCT_MI300X,
  AMD_INSTINCT_MI300A,
  AMD_INSTINCT_MI325X,
  AMD_INSTINCT_MI350X,
  AMD_INSTINCT_MI355X,
  AMD_INSTINCT_MI250_1_GCD,
  AMD_INSTINCT_MI250X_1_GCD,
  AMD_INSTINCT_MI210,
  AMD_INSTINCT_MI100,
  AMD_INSTINCT_MI50,
  AMD_RADEON_AI_PRO_R9700,
  AMD_RADEON_PRO_W7900,
  AMD_RADEON_RX_9070_XT,
  AMD_RADEON_RX_9070,
  AMD_RADEON_RX_9060_XT_16GB,
  AMD_RADEON_RX_7900_XTX,
  AMD_RADEON_RX_7900_XT,
  AMD_RADEON_RX_7800_XT,
  AMD_RADEON_RX_7700_XT,
  AMD_RADEON_RX_7600_XT,
  AMD_RADEON_RX_7600,
  AMD_RADEON_RX_6900_XT,
  AMD_RADEON_RX_6800_XT,
  AMD_RADEON_RX_6700_XT,
  AMD_RADEON_RX_6600_XT,
  AMD_RADEON_RX_6600,
  AMD_RADEON_RX_5700_XT,
  AMD_RADEON_8060S,
  AMD_RADEON_890M,
  AMD_RADEON_880M,
  AMD_RADEON_780M,
  AMD_RADEON_680M,
  AMD_RADEON_GRAPHICS_2CU,
  AMD_EPYC_9965,
  AMD_EPYC_9755,
  AMD_EPYC_9575F,
  AMD_EPYC_9754,
  AMD_EPYC_9654,
  AMD_EPYC_9554,
  AMD_EPYC_7763,
  AMD_EPYC_7713,
  AMD_EPYC_7543,
  AMD_EPYC_7742,
  AMD_RYZEN_9_9950X,
  AMD_RYZEN_7_9800X3D,
  AMD_RYZEN_7_9700X,
  AMD_RYZEN_9_7950X,
  AMD_RYZEN_7_7800X3D,
  AMD_RYZEN_7_7700X,
  AMD_RYZEN_5_7600X,
  AMD_RYZEN_9_5950X,
  AMD_RYZEN_7_5800X,
  AMD_RYZEN_5_5600X,
  AMD_RYZEN_7_5700G,
  AMD_RYZEN_7_3700X,
  AMD_RYZEN_9_7945HX,
  AMD_RYZEN_7_7840HS,
  AMD_RYZEN_AI_MAX_PLUS_395_CPU,
  AMD_RYZEN_THREADRIPPER_7980X,
  AMD_RYZEN_THREADRIPPER_3970X,
  AMD_RYZEN_EMBEDDED_V1605B,
]

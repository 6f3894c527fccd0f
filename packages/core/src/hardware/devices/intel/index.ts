import type { HardwareSpec } from '../../hardware.ts'
import { HYPER_V_LINUX_GUEST } from './hyper-v-linux-guest.ts'
import { INTEL_ARC_140V } from './intel-arc-140v.ts'
import { INTEL_ARC_A380 } from './intel-arc-a380.ts'
import { INTEL_ARC_A750 } from './intel-arc-a750.ts'
import { INTEL_ARC_A770 } from './intel-arc-a770.ts'
import { INTEL_ARC_A770M } from './intel-arc-a770m.ts'
import { INTEL_ARC_B570 } from './intel-arc-b570.ts'
import { INTEL_ARC_B580 } from './intel-arc-b580.ts'
import { INTEL_ATOM_X5_Z8350 } from './intel-atom-x5-z8350.ts'
import { INTEL_ATOM_X6425E } from './intel-atom-x6425e.ts'
import { INTEL_ATOM_X6425E_IGPU } from './intel-atom-x6425e-igpu.ts'
import { INTEL_ATOM_X7425E } from './intel-atom-x7425e.ts'
import { INTEL_ATOM_X7425E_IGPU } from './intel-atom-x7425e-igpu.ts'
import { INTEL_CELERON_6305E } from './intel-celeron-6305e.ts'
import { INTEL_CELERON_6305E_IGPU } from './intel-celeron-6305e-igpu.ts'
import { INTEL_CELERON_M_420 } from './intel-celeron-m-420.ts'
import { INTEL_CELERON_N5105 } from './intel-celeron-n5105.ts'
import { INTEL_CORE_I3_8100 } from './intel-core-i3-8100.ts'
import { INTEL_CORE_I5_1135G7 } from './intel-core-i5-1135g7.ts'
import { INTEL_CORE_I5_3320M } from './intel-core-i5-3320m.ts'
import { INTEL_CORE_I5_5200U } from './intel-core-i5-5200u.ts'
import { INTEL_CORE_I5_8500 } from './intel-core-i5-8500.ts'
import { INTEL_CORE_I5_10500TE } from './intel-core-i5-10500te.ts'
import { INTEL_CORE_I5_12400 } from './intel-core-i5-12400.ts'
import { INTEL_CORE_I5_13600K } from './intel-core-i5-13600k.ts'
import { INTEL_CORE_I7_1165G7 } from './intel-core-i7-1165g7.ts'
import { INTEL_CORE_I7_1185G7 } from './intel-core-i7-1185g7.ts'
import { INTEL_CORE_I7_1185G7_IGPU } from './intel-core-i7-1185g7-igpu.ts'
import { INTEL_CORE_I7_1185GRE } from './intel-core-i7-1185gre.ts'
import { INTEL_CORE_I7_1185GRE_IGPU } from './intel-core-i7-1185gre-igpu.ts'
import { INTEL_CORE_I7_1360P } from './intel-core-i7-1360p.ts'
import { INTEL_CORE_I7_4790K } from './intel-core-i7-4790k.ts'
import { INTEL_CORE_I7_6700K } from './intel-core-i7-6700k.ts'
import { INTEL_CORE_I7_7700K } from './intel-core-i7-7700k.ts'
import { INTEL_CORE_I7_8700K } from './intel-core-i7-8700k.ts'
import { INTEL_CORE_I7_8700T } from './intel-core-i7-8700t.ts'
import { INTEL_CORE_I7_10700K } from './intel-core-i7-10700k.ts'
import { INTEL_CORE_I7_12700H } from './intel-core-i7-12700h.ts'
import { INTEL_CORE_I7_12700H_IGPU } from './intel-core-i7-12700h-igpu.ts'
import { INTEL_CORE_I7_12700K } from './intel-core-i7-12700k.ts'
import { INTEL_CORE_I7_13700K } from './intel-core-i7-13700k.ts'
import { INTEL_CORE_I7_14700K } from './intel-core-i7-14700k.ts'
import { INTEL_CORE_I9_9900K } from './intel-core-i9-9900k.ts'
import { INTEL_CORE_I9_10900TE } from './intel-core-i9-10900te.ts'
import { INTEL_CORE_I9_10900X } from './intel-core-i9-10900x.ts'
import { INTEL_CORE_I9_10940X } from './intel-core-i9-10940x.ts'
import { INTEL_CORE_I9_12900K } from './intel-core-i9-12900k.ts'
import { INTEL_CORE_I9_13900K } from './intel-core-i9-13900k.ts'
import { INTEL_CORE_I9_14900K } from './intel-core-i9-14900k.ts'
import { INTEL_CORE_ULTRA_5_125H } from './intel-core-ultra-5-125h.ts'
import { INTEL_CORE_ULTRA_5_125H_IGPU } from './intel-core-ultra-5-125h-igpu.ts'
import { INTEL_CORE_ULTRA_5_125H_NPU } from './intel-core-ultra-5-125h-npu.ts'
import { INTEL_CORE_ULTRA_7_155H } from './intel-core-ultra-7-155h.ts'
import { INTEL_CORE_ULTRA_7_155H_IGPU } from './intel-core-ultra-7-155h-igpu.ts'
import { INTEL_CORE_ULTRA_7_155H_NPU } from './intel-core-ultra-7-155h-npu.ts'
import { INTEL_CORE_ULTRA_7_165H } from './intel-core-ultra-7-165h.ts'
import { INTEL_CORE_ULTRA_7_165H_IGPU } from './intel-core-ultra-7-165h-igpu.ts'
import { INTEL_CORE_ULTRA_7_165H_NPU } from './intel-core-ultra-7-165h-npu.ts'
import { INTEL_CORE_ULTRA_7_258V } from './intel-core-ultra-7-258v.ts'
import { INTEL_CORE_ULTRA_7_258V_NPU } from './intel-core-ultra-7-258v-npu.ts'
import { INTEL_CORE_ULTRA_7_265KF } from './intel-core-ultra-7-265kf.ts'
import { INTEL_CORE_ULTRA_7_265KF_NPU } from './intel-core-ultra-7-265kf-npu.ts'
import { INTEL_CORE_ULTRA_9_285K } from './intel-core-ultra-9-285k.ts'
import { INTEL_CORE_ULTRA_9_285K_IGPU } from './intel-core-ultra-9-285k-igpu.ts'
import { INTEL_CORE_ULTRA_9_285K_NPU } from './intel-core-ultra-9-285k-npu.ts'
import { INTEL_CORE_ULTRA_9_288V_NPU } from './intel-core-ultra-9-288v-npu.ts'
import { INTEL_DATA_CENTER_GPU_FLEX_140 } from './intel-data-center-gpu-flex-140.ts'
import { INTEL_DATA_CENTER_GPU_FLEX_170 } from './intel-data-center-gpu-flex-170.ts'
import { INTEL_IRIS_XE_GRAPHICS_96_EU } from './intel-iris-xe-graphics-96-eu.ts'
import { INTEL_UHD_GRAPHICS_630 } from './intel-uhd-graphics-630.ts'
import { INTEL_UHD_GRAPHICS_770 } from './intel-uhd-graphics-770.ts'
import { INTEL_XEON_6787P } from './intel-xeon-6787p.ts'
import { INTEL_XEON_6980P } from './intel-xeon-6980p.ts'
import { INTEL_XEON_E_2124G } from './intel-xeon-e-2124g.ts'
import { INTEL_XEON_E5_2680_V4 } from './intel-xeon-e5-2680-v4.ts'
import { INTEL_XEON_E5_2690_V4 } from './intel-xeon-e5-2690-v4.ts'
import { INTEL_XEON_GOLD_5218T } from './intel-xeon-gold-5218t.ts'
import { INTEL_XEON_GOLD_6148 } from './intel-xeon-gold-6148.ts'
import { INTEL_XEON_GOLD_6240R } from './intel-xeon-gold-6240r.ts'
import { INTEL_XEON_GOLD_6330 } from './intel-xeon-gold-6330.ts'
import { INTEL_XEON_GOLD_6338 } from './intel-xeon-gold-6338.ts'
import { INTEL_XEON_GOLD_6430 } from './intel-xeon-gold-6430.ts'
import { INTEL_XEON_MAX_9480 } from './intel-xeon-max-9480.ts'
import { INTEL_XEON_PHI_3120A } from './intel-xeon-phi-3120a.ts'
import { INTEL_XEON_PLATINUM_8175M } from './intel-xeon-platinum-8175m.ts'
import { INTEL_XEON_PLATINUM_8259CL } from './intel-xeon-platinum-8259cl.ts'
import { INTEL_XEON_PLATINUM_8270 } from './intel-xeon-platinum-8270.ts'
import { INTEL_XEON_PLATINUM_8358 } from './intel-xeon-platinum-8358.ts'
import { INTEL_XEON_PLATINUM_8375C } from './intel-xeon-platinum-8375c.ts'
import { INTEL_XEON_PLATINUM_8380 } from './intel-xeon-platinum-8380.ts'
import { INTEL_XEON_PLATINUM_8380H } from './intel-xeon-platinum-8380h.ts'
import { INTEL_XEON_PLATINUM_8480_PLUS } from './intel-xeon-platinum-8480-plus.ts'
import { INTEL_XEON_PLATINUM_8481C } from './intel-xeon-platinum-8481c.ts'
import { INTEL_XEON_PLATINUM_8488C } from './intel-xeon-platinum-8488c.ts'
import { INTEL_XEON_PLATINUM_8490H } from './intel-xeon-platinum-8490h.ts'
import { INTEL_XEON_PLATINUM_8580 } from './intel-xeon-platinum-8580.ts'
import { INTEL_XEON_PLATINUM_8592_PLUS } from './intel-xeon-platinum-8592-plus.ts'
import { INTEL_XEON_PLATINUM_8592V } from './intel-xeon-platinum-8592v.ts'
import { INTEL_XEON_SILVER_4216R } from './intel-xeon-silver-4216r.ts'
import { INTEL_XEON_SILVER_4316 } from './intel-xeon-silver-4316.ts'
import { INTEL_XEON_W_1290P } from './intel-xeon-w-1290p.ts'
import { INTEL_XEON_W7_2495X } from './intel-xeon-w7-2495x.ts'
import { MACBOOK_PRO_INTEL_6_CORES } from './macbook-pro-intel-6-cores.ts'

/** Intel processors, graphics and neural accelerators. */
export const INTEL_DEVICES: readonly HardwareSpec[] = [
  INTEL_XEON_PLATINUM_8480_PLUS,
  INTEL_XEON_PLATINUM_8481C,
  INTEL_XEON_MAX_9480,
  INTEL_XEON_PLATINUM_8592_PLUS,
  INTEL_XEON_PLATINUM_8592V,
  INTEL_XEON_W7_2495X,
  INTEL_XEON_GOLD_6240R,
  INTEL_XEON_GOLD_6338,
  INTEL_XEON_PLATINUM_8259CL,
  INTEL_XEON_PLATINUM_8380H,
  INTEL_XEON_GOLD_5218T,
  INTEL_XEON_PLATINUM_8270,
  INTEL_XEON_PLATINUM_8380,
  INTEL_XEON_PLATINUM_8490H,
  INTEL_XEON_PLATINUM_8580,
  INTEL_XEON_SILVER_4216R,
  INTEL_XEON_SILVER_4316,
  INTEL_XEON_W_1290P,
  INTEL_XEON_E_2124G,
  INTEL_XEON_6980P,
  INTEL_XEON_6787P,
  INTEL_XEON_PLATINUM_8488C,
  INTEL_XEON_GOLD_6430,
  INTEL_XEON_PLATINUM_8375C,
  INTEL_XEON_PLATINUM_8358,
  INTEL_XEON_GOLD_6330,
  INTEL_XEON_PLATINUM_8175M,
  INTEL_XEON_GOLD_6148,
  INTEL_XEON_E5_2690_V4,
  INTEL_XEON_E5_2680_V4,
  INTEL_XEON_PHI_3120A,
  INTEL_CORE_ULTRA_9_285K,
  INTEL_CORE_ULTRA_7_265KF,
  INTEL_CORE_ULTRA_7_165H,
  INTEL_CORE_ULTRA_7_155H,
  INTEL_CORE_ULTRA_7_258V,
  INTEL_CORE_ULTRA_5_125H,
  INTEL_CORE_I9_14900K,
  INTEL_CORE_I9_13900K,
  INTEL_CORE_I7_14700K,
  INTEL_CORE_I7_13700K,
  INTEL_CORE_I5_13600K,
  INTEL_CORE_I7_1360P,
  INTEL_CORE_I9_12900K,
  INTEL_CORE_I7_12700K,
  INTEL_CORE_I5_12400,
  INTEL_CORE_I7_12700H,
  INTEL_CORE_I7_1185G7,
  INTEL_CORE_I7_1185GRE,
  INTEL_CORE_I7_1165G7,
  INTEL_CORE_I5_1135G7,
  INTEL_CORE_I7_10700K,
  INTEL_CORE_I9_9900K,
  INTEL_CORE_I7_8700K,
  INTEL_CORE_I7_7700K,
  INTEL_CORE_I7_6700K,
  INTEL_CORE_I7_4790K,
  INTEL_CORE_I5_10500TE,
  INTEL_CORE_I9_10900TE,
  INTEL_CORE_I7_8700T,
  INTEL_CORE_I5_8500,
  INTEL_CORE_I3_8100,
  INTEL_CELERON_6305E,
  INTEL_ATOM_X7425E,
  INTEL_ATOM_X6425E,
  INTEL_CORE_I9_10940X,
  INTEL_CORE_I9_10900X,
  INTEL_CORE_I5_5200U,
  INTEL_CORE_I5_3320M,
  INTEL_CELERON_N5105,
  INTEL_ATOM_X5_Z8350,
  INTEL_CELERON_M_420,
  HYPER_V_LINUX_GUEST,
  MACBOOK_PRO_INTEL_6_CORES,
  INTEL_ATOM_X7425E_IGPU,
  INTEL_ATOM_X6425E_IGPU,
  INTEL_CELERON_6305E_IGPU,
  INTEL_CORE_I7_1185G7_IGPU,
  INTEL_CORE_I7_1185GRE_IGPU,
  INTEL_CORE_I7_12700H_IGPU,
  INTEL_CORE_ULTRA_7_165H_IGPU,
  INTEL_CORE_ULTRA_7_155H_IGPU,
  INTEL_CORE_ULTRA_7_165H_NPU,
  INTEL_CORE_ULTRA_7_155H_NPU,
  INTEL_CORE_ULTRA_7_265KF_NPU,
  INTEL_ARC_140V,
  INTEL_DATA_CENTER_GPU_FLEX_170,
  INTEL_DATA_CENTER_GPU_FLEX_140,
  INTEL_ARC_A770M,
  INTEL_ARC_B580,
  INTEL_ARC_B570,
  INTEL_ARC_A770,
  INTEL_ARC_A750,
  INTEL_ARC_A380,
  INTEL_CORE_ULTRA_5_125H_IGPU,
  INTEL_CORE_ULTRA_9_285K_IGPU,
  INTEL_UHD_GRAPHICS_770,
  INTEL_UHD_GRAPHICS_630,
  INTEL_IRIS_XE_GRAPHICS_96_EU,
  INTEL_CORE_ULTRA_7_258V_NPU,
  INTEL_CORE_ULTRA_9_288V_NPU,
  INTEL_CORE_ULTRA_9_285K_NPU,
  INTEL_CORE_ULTRA_5_125H_NPU,
]

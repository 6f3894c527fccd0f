import type { HardwareSpec } from '../../hardware.ts'
import { NVIDIA_A2 } from './nvidia-a2.ts'
import { NVIDIA_A10 } from './nvidia-a10.ts'
import { NVIDIA_A10G } from './nvidia-a10g.ts'
import { NVIDIA_A30 } from './nvidia-a30.ts'
import { NVIDIA_A40 } from './nvidia-a40.ts'
import { NVIDIA_A100_40GB_PCIE } from './nvidia-a100-40gb-pcie.ts'
import { NVIDIA_A100_40GB_SXM } from './nvidia-a100-40gb-sxm.ts'
import { NVIDIA_A100_80GB_PCIE } from './nvidia-a100-80gb-pcie.ts'
import { NVIDIA_A100_80GB_SXM } from './nvidia-a100-80gb-sxm.ts'
import { NVIDIA_B200_SXM } from './nvidia-b200-sxm.ts'
import { NVIDIA_B300_SXM } from './nvidia-b300-sxm.ts'
import { NVIDIA_GB200 } from './nvidia-gb200.ts'
import { NVIDIA_GB300 } from './nvidia-gb300.ts'
import { NVIDIA_GEFORCE_GTX_1060_6GB } from './nvidia-geforce-gtx-1060-6gb.ts'
import { NVIDIA_GEFORCE_GTX_1070 } from './nvidia-geforce-gtx-1070.ts'
import { NVIDIA_GEFORCE_GTX_1080 } from './nvidia-geforce-gtx-1080.ts'
import { NVIDIA_GEFORCE_GTX_1080_TI } from './nvidia-geforce-gtx-1080-ti.ts'
import { NVIDIA_GEFORCE_GTX_1650 } from './nvidia-geforce-gtx-1650.ts'
import { NVIDIA_GEFORCE_GTX_1660 } from './nvidia-geforce-gtx-1660.ts'
import { NVIDIA_GEFORCE_GTX_1660_SUPER } from './nvidia-geforce-gtx-1660-super.ts'
import { NVIDIA_GEFORCE_GTX_1660_TI } from './nvidia-geforce-gtx-1660-ti.ts'
import { NVIDIA_GEFORCE_RTX_2060 } from './nvidia-geforce-rtx-2060.ts'
import { NVIDIA_GEFORCE_RTX_2070 } from './nvidia-geforce-rtx-2070.ts'
import { NVIDIA_GEFORCE_RTX_2070_MAX_Q } from './nvidia-geforce-rtx-2070-max-q.ts'
import { NVIDIA_GEFORCE_RTX_2070_SUPER } from './nvidia-geforce-rtx-2070-super.ts'
import { NVIDIA_GEFORCE_RTX_2080 } from './nvidia-geforce-rtx-2080.ts'
import { NVIDIA_GEFORCE_RTX_2080_MAX_Q } from './nvidia-geforce-rtx-2080-max-q.ts'
import { NVIDIA_GEFORCE_RTX_2080_SUPER } from './nvidia-geforce-rtx-2080-super.ts'
import { NVIDIA_GEFORCE_RTX_2080_SUPER_MAX_Q } from './nvidia-geforce-rtx-2080-super-max-q.ts'
import { NVIDIA_GEFORCE_RTX_2080_TI } from './nvidia-geforce-rtx-2080-ti.ts'
import { NVIDIA_GEFORCE_RTX_3050 } from './nvidia-geforce-rtx-3050.ts'
import { NVIDIA_GEFORCE_RTX_3060 } from './nvidia-geforce-rtx-3060.ts'
import { NVIDIA_GEFORCE_RTX_3060_TI } from './nvidia-geforce-rtx-3060-ti.ts'
import { NVIDIA_GEFORCE_RTX_3070 } from './nvidia-geforce-rtx-3070.ts'
import { NVIDIA_GEFORCE_RTX_3070_TI } from './nvidia-geforce-rtx-3070-ti.ts'
import { NVIDIA_GEFORCE_RTX_3080 } from './nvidia-geforce-rtx-3080.ts'
import { NVIDIA_GEFORCE_RTX_3080_MAX_Q } from './nvidia-geforce-rtx-3080-max-q.ts'
import { NVIDIA_GEFORCE_RTX_3080_TI } from './nvidia-geforce-rtx-3080-ti.ts'
import { NVIDIA_GEFORCE_RTX_3090 } from './nvidia-geforce-rtx-3090.ts'
import { NVIDIA_GEFORCE_RTX_3090_TI } from './nvidia-geforce-rtx-3090-ti.ts'
import { NVIDIA_GEFORCE_RTX_4060 } from './nvidia-geforce-rtx-4060.ts'
import { NVIDIA_GEFORCE_RTX_4060_TI_8GB } from './nvidia-geforce-rtx-4060-ti-8gb.ts'
import { NVIDIA_GEFORCE_RTX_4060_TI_16GB } from './nvidia-geforce-rtx-4060-ti-16gb.ts'
import { NVIDIA_GEFORCE_RTX_4070 } from './nvidia-geforce-rtx-4070.ts'
import { NVIDIA_GEFORCE_RTX_4070_SUPER } from './nvidia-geforce-rtx-4070-super.ts'
import { NVIDIA_GEFORCE_RTX_4070_TI } from './nvidia-geforce-rtx-4070-ti.ts'
import { NVIDIA_GEFORCE_RTX_4070_TI_SUPER } from './nvidia-geforce-rtx-4070-ti-super.ts'
import { NVIDIA_GEFORCE_RTX_4080 } from './nvidia-geforce-rtx-4080.ts'
import { NVIDIA_GEFORCE_RTX_4080_SUPER } from './nvidia-geforce-rtx-4080-super.ts'
import { NVIDIA_GEFORCE_RTX_4090 } from './nvidia-geforce-rtx-4090.ts'
import { NVIDIA_GEFORCE_RTX_5060 } from './nvidia-geforce-rtx-5060.ts'
import { NVIDIA_GEFORCE_RTX_5060_TI_16GB } from './nvidia-geforce-rtx-5060-ti-16gb.ts'
import { NVIDIA_GEFORCE_RTX_5070 } from './nvidia-geforce-rtx-5070.ts'
import { NVIDIA_GEFORCE_RTX_5070_TI } from './nvidia-geforce-rtx-5070-ti.ts'
import { NVIDIA_GEFORCE_RTX_5080 } from './nvidia-geforce-rtx-5080.ts'
import { NVIDIA_GEFORCE_RTX_5090 } from './nvidia-geforce-rtx-5090.ts'
import { NVIDIA_GH200_96GB } from './nvidia-gh200-96gb.ts'
import { NVIDIA_GH200_144GB } from './nvidia-gh200-144gb.ts'
import { NVIDIA_GRACE_CPU } from './nvidia-grace-cpu.ts'
import { NVIDIA_H20 } from './nvidia-h20.ts'
import { NVIDIA_H100_80GB_PCIE } from './nvidia-h100-80gb-pcie.ts'
import { NVIDIA_H100_80GB_SXM } from './nvidia-h100-80gb-sxm.ts'
import { NVIDIA_H100_NVL } from './nvidia-h100-nvl.ts'
import { NVIDIA_H200_NVL } from './nvidia-h200-nvl.ts'
import { NVIDIA_H200_SXM } from './nvidia-h200-sxm.ts'
import { NVIDIA_H800_80GB_SXM } from './nvidia-h800-80gb-sxm.ts'
import { NVIDIA_JETSON_AGX_ORIN } from './nvidia-jetson-agx-orin.ts'
import { NVIDIA_JETSON_AGX_ORIN_CPU } from './nvidia-jetson-agx-orin-cpu.ts'
import { NVIDIA_JETSON_AGX_THOR } from './nvidia-jetson-agx-thor.ts'
import { NVIDIA_JETSON_AGX_XAVIER } from './nvidia-jetson-agx-xavier.ts'
import { NVIDIA_JETSON_AGX_XAVIER_CPU } from './nvidia-jetson-agx-xavier-cpu.ts'
import { NVIDIA_JETSON_NANO } from './nvidia-jetson-nano.ts'
import { NVIDIA_JETSON_NANO_CPU } from './nvidia-jetson-nano-cpu.ts'
import { NVIDIA_JETSON_ORIN_NANO } from './nvidia-jetson-orin-nano.ts'
import { NVIDIA_JETSON_ORIN_NANO_CPU } from './nvidia-jetson-orin-nano-cpu.ts'
import { NVIDIA_JETSON_ORIN_NX } from './nvidia-jetson-orin-nx.ts'
import { NVIDIA_JETSON_ORIN_NX_CPU } from './nvidia-jetson-orin-nx-cpu.ts'
import { NVIDIA_JETSON_TX2_NX } from './nvidia-jetson-tx2-nx.ts'
import { NVIDIA_JETSON_TX2_NX_CPU } from './nvidia-jetson-tx2-nx-cpu.ts'
import { NVIDIA_JETSON_XAVIER_NX } from './nvidia-jetson-xavier-nx.ts'
import { NVIDIA_JETSON_XAVIER_NX_CPU } from './nvidia-jetson-xavier-nx-cpu.ts'
import { NVIDIA_L4 } from './nvidia-l4.ts'
import { NVIDIA_L40 } from './nvidia-l40.ts'
import { NVIDIA_L40S } from './nvidia-l40s.ts'
import { NVIDIA_P4 } from './nvidia-p4.ts'
import { NVIDIA_P100_16GB_PCIE } from './nvidia-p100-16gb-pcie.ts'
import { NVIDIA_QUADRO_RTX_5000 } from './nvidia-quadro-rtx-5000.ts'
import { NVIDIA_QUADRO_RTX_6000 } from './nvidia-quadro-rtx-6000.ts'
import { NVIDIA_QUADRO_RTX_8000 } from './nvidia-quadro-rtx-8000.ts'
import { NVIDIA_RTX_2000_ADA } from './nvidia-rtx-2000-ada.ts'
import { NVIDIA_RTX_4000_ADA } from './nvidia-rtx-4000-ada.ts'
import { NVIDIA_RTX_4500_ADA } from './nvidia-rtx-4500-ada.ts'
import { NVIDIA_RTX_5000_ADA } from './nvidia-rtx-5000-ada.ts'
import { NVIDIA_RTX_6000_ADA } from './nvidia-rtx-6000-ada.ts'
import { NVIDIA_RTX_A2000 } from './nvidia-rtx-a2000.ts'
import { NVIDIA_RTX_A4000 } from './nvidia-rtx-a4000.ts'
import { NVIDIA_RTX_A4500 } from './nvidia-rtx-a4500.ts'
import { NVIDIA_RTX_A5000 } from './nvidia-rtx-a5000.ts'
import { NVIDIA_RTX_A5500 } from './nvidia-rtx-a5500.ts'
import { NVIDIA_RTX_A6000 } from './nvidia-rtx-a6000.ts'
import { NVIDIA_RTX_PRO_6000_BLACKWELL_MAX_Q } from './nvidia-rtx-pro-6000-blackwell-max-q.ts'
import { NVIDIA_RTX_PRO_6000_BLACKWELL_WORKSTATION } from './nvidia-rtx-pro-6000-blackwell-workstation.ts'
import { NVIDIA_T4 } from './nvidia-t4.ts'
import { NVIDIA_TITAN_RTX } from './nvidia-titan-rtx.ts'
import { NVIDIA_V100_16GB_PCIE } from './nvidia-v100-16gb-pcie.ts'
import { NVIDIA_V100_16GB_SXM } from './nvidia-v100-16gb-sxm.ts'
import { NVIDIA_V100_32GB_PCIE } from './nvidia-v100-32gb-pcie.ts'
import { NVIDIA_V100_32GB_SXM } from './nvidia-v100-32gb-sxm.ts'
import { NVIDIA_V100S_32GB_PCIE } from './nvidia-v100s-32gb-pcie.ts'

/** NVIDIA graphics cards and modules, by class and generation. */
export const NVIDIA_DEVICES: readonly HardwareSpec[] = [
  NVIDIA_A100_80GB_SXM,
  NVIDIA_A100_80GB_PCIE,
  NVIDIA_A100_40GB_SXM,
  NVIDIA_A100_40GB_PCIE,
  NVIDIA_H100_80GB_SXM,
  NVIDIA_H100_80GB_PCIE,
  NVIDIA_H100_NVL,
  NVIDIA_H200_SXM,
  NVIDIA_GH200_96GB,
  NVIDIA_B200_SXM,
  NVIDIA_GB200,
  NVIDIA_B300_SXM,
  NVIDIA_GB300,
  NVIDIA_L4,
  NVIDIA_L40,
  NVIDIA_L40S,
  NVIDIA_A2,
  NVIDIA_A10,
  NVIDIA_A30,
  NVIDIA_A40,
  NVIDIA_T4,
  NVIDIA_P4,
  NVIDIA_P100_16GB_PCIE,
  NVIDIA_V100_16GB_SXM,
  NVIDIA_V100_32GB_SXM,
  NVIDIA_V100_32GB_PCIE,
  NVIDIA_V100_16GB_PCIE,
  NVIDIA_H200_NVL,
  NVIDIA_H20,
  NVIDIA_H800_80GB_SXM,
  NVIDIA_GH200_144GB,
  NVIDIA_A10G,
  NVIDIA_V100S_32GB_PCIE,
  NVIDIA_GEFORCE_RTX_5090,
  NVIDIA_GEFORCE_RTX_5080,
  NVIDIA_GEFORCE_RTX_5070_TI,
  NVIDIA_GEFORCE_RTX_5070,
  NVIDIA_GEFORCE_RTX_5060_TI_16GB,
  NVIDIA_GEFORCE_RTX_5060,
  NVIDIA_GEFORCE_RTX_4090,
  NVIDIA_GEFORCE_RTX_4080_SUPER,
  NVIDIA_GEFORCE_RTX_4080,
  NVIDIA_GEFORCE_RTX_4070_TI_SUPER,
  NVIDIA_GEFORCE_RTX_4070_TI,
  NVIDIA_GEFORCE_RTX_4070_SUPER,
  NVIDIA_GEFORCE_RTX_4070,
  NVIDIA_GEFORCE_RTX_4060_TI_16GB,
  NVIDIA_GEFORCE_RTX_4060_TI_8GB,
  NVIDIA_GEFORCE_RTX_4060,
  NVIDIA_GEFORCE_RTX_3090_TI,
  NVIDIA_GEFORCE_RTX_3090,
  NVIDIA_GEFORCE_RTX_3080_TI,
  NVIDIA_GEFORCE_RTX_3080,
  NVIDIA_GEFORCE_RTX_3080_MAX_Q,
  NVIDIA_GEFORCE_RTX_3070_TI,
  NVIDIA_GEFORCE_RTX_3070,
  NVIDIA_GEFORCE_RTX_3060_TI,
  NVIDIA_GEFORCE_RTX_3060,
  NVIDIA_GEFORCE_RTX_3050,
  NVIDIA_GEFORCE_RTX_2080_TI,
  NVIDIA_GEFORCE_RTX_2080_SUPER,
  NVIDIA_GEFORCE_RTX_2080,
  NVIDIA_GEFORCE_RTX_2070_SUPER,
  NVIDIA_GEFORCE_RTX_2070,
  NVIDIA_GEFORCE_RTX_2060,
  NVIDIA_GEFORCE_RTX_2080_SUPER_MAX_Q,
  NVIDIA_GEFORCE_RTX_2080_MAX_Q,
  NVIDIA_GEFORCE_RTX_2070_MAX_Q,
  NVIDIA_GEFORCE_GTX_1660_TI,
  NVIDIA_GEFORCE_GTX_1660_SUPER,
  NVIDIA_GEFORCE_GTX_1660,
  NVIDIA_GEFORCE_GTX_1650,
  NVIDIA_GEFORCE_GTX_1080_TI,
  NVIDIA_GEFORCE_GTX_1080,
  NVIDIA_GEFORCE_GTX_1070,
  NVIDIA_GEFORCE_GTX_1060_6GB,
  NVIDIA_RTX_PRO_6000_BLACKWELL_MAX_Q,
  NVIDIA_RTX_PRO_6000_BLACKWELL_WORKSTATION,
  NVIDIA_RTX_A4000,
  NVIDIA_RTX_A4500,
  NVIDIA_RTX_A5000,
  NVIDIA_RTX_A5500,
  NVIDIA_RTX_A6000,
  NVIDIA_RTX_A2000,
  NVIDIA_RTX_6000_ADA,
  NVIDIA_RTX_5000_ADA,
  NVIDIA_RTX_4500_ADA,
  NVIDIA_RTX_4000_ADA,
  NVIDIA_RTX_2000_ADA,
  NVIDIA_QUADRO_RTX_8000,
  NVIDIA_QUADRO_RTX_6000,
  NVIDIA_QUADRO_RTX_5000,
  NVIDIA_TITAN_RTX,
  NVIDIA_JETSON_AGX_ORIN,
  NVIDIA_JETSON_ORIN_NX,
  NVIDIA_JETSON_ORIN_NANO,
  NVIDIA_JETSON_XAVIER_NX,
  NVIDIA_JETSON_AGX_THOR,
  NVIDIA_JETSON_AGX_XAVIER,
  NVIDIA_JETSON_TX2_NX,
  NVIDIA_JETSON_NANO,
  NVIDIA_JETSON_AGX_ORIN_CPU,
  NVIDIA_JETSON_ORIN_NANO_CPU,
  NVIDIA_JETSON_ORIN_NX_CPU,
  NVIDIA_JETSON_XAVIER_NX_CPU,
  NVIDIA_JETSON_AGX_XAVIER_CPU,
  NVIDIA_JETSON_TX2_NX_CPU,
  NVIDIA_JETSON_NANO_CPU,
  NVIDIA_GRACE_CPU,
]

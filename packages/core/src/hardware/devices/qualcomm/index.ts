import type { HardwareSpec } from '../../hardware.ts'
import { DRAGONWING_IQ_9075_EVK } from './dragonwing-iq-9075-evk.ts'
import { DRAGONWING_Q_6690_MTP } from './dragonwing-q-6690-mtp.ts'
import { DRAGONWING_RB3_GEN_2_VISION_KIT } from './dragonwing-rb3-gen-2-vision-kit.ts'
import { QCS8275_PROXY } from './qcs8275-proxy.ts'
import { QCS8450_PROXY } from './qcs8450-proxy.ts'
import { QCS8550_PROXY } from './qcs8550-proxy.ts'
import { QUALCOMM_ADRENO_X1_85 } from './qualcomm-adreno-x1-85.ts'
import { QUALCOMM_SNAPDRAGON_X_ELITE_CPU } from './qualcomm-snapdragon-x-elite-cpu.ts'
import { SA7255P_ADP } from './sa7255p-adp.ts'
import { SA8295P_ADP } from './sa8295p-adp.ts'
import { SA8775P_ADP } from './sa8775p-adp.ts'
import { SAMSUNG_GALAXY_S21 } from './samsung-galaxy-s21.ts'
import { SAMSUNG_GALAXY_S22 } from './samsung-galaxy-s22.ts'
import { SAMSUNG_GALAXY_S23 } from './samsung-galaxy-s23.ts'
import { SAMSUNG_GALAXY_S24 } from './samsung-galaxy-s24.ts'
import { SAMSUNG_GALAXY_S25 } from './samsung-galaxy-s25.ts'
import { SNAPDRAGON_7_GEN_4_QRD } from './snapdragon-7-gen-4-qrd.ts'
import { SNAPDRAGON_8_ELITE_CPU } from './snapdragon-8-elite-cpu.ts'
import { SNAPDRAGON_8_ELITE_GEN_5_QRD } from './snapdragon-8-elite-gen-5-qrd.ts'
import { SNAPDRAGON_8_ELITE_QRD } from './snapdragon-8-elite-qrd.ts'
import { SNAPDRAGON_8_GEN_1_CPU } from './snapdragon-8-gen-1-cpu.ts'
import { SNAPDRAGON_8_GEN_2_CPU } from './snapdragon-8-gen-2-cpu.ts'
import { SNAPDRAGON_8_GEN_3_CPU } from './snapdragon-8-gen-3-cpu.ts'
import { SNAPDRAGON_410_CPU } from './snapdragon-410-cpu.ts'
import { SNAPDRAGON_660_CPU } from './snapdragon-660-cpu.ts'
import { SNAPDRAGON_675_CPU } from './snapdragon-675-cpu.ts'
import { SNAPDRAGON_765G_CPU } from './snapdragon-765g-cpu.ts'
import { SNAPDRAGON_810_CPU } from './snapdragon-810-cpu.ts'
import { SNAPDRAGON_821_CPU } from './snapdragon-821-cpu.ts'
import { SNAPDRAGON_835_CPU } from './snapdragon-835-cpu.ts'
import { SNAPDRAGON_855_PLUS_CPU } from './snapdragon-855-plus-cpu.ts'
import { SNAPDRAGON_865 } from './snapdragon-865.ts'
import { SNAPDRAGON_865_CPU } from './snapdragon-865-cpu.ts'
import { SNAPDRAGON_888_CPU } from './snapdragon-888-cpu.ts'
import { SNAPDRAGON_X_ELITE_CRD } from './snapdragon-x-elite-crd.ts'
import { SNAPDRAGON_X_PLUS } from './snapdragon-x-plus.ts'

/** Qualcomm neural accelerators, graphics and processors. */
export const QUALCOMM_DEVICES: readonly HardwareSpec[] = [
  SAMSUNG_GALAXY_S25,
  SAMSUNG_GALAXY_S24,
  SNAPDRAGON_8_ELITE_GEN_5_QRD,
  SNAPDRAGON_8_ELITE_QRD,
  SNAPDRAGON_7_GEN_4_QRD,
  SNAPDRAGON_X_ELITE_CRD,
  QCS8550_PROXY,
  QCS8450_PROXY,
  QCS8275_PROXY,
  DRAGONWING_IQ_9075_EVK,
  DRAGONWING_Q_6690_MTP,
  DRAGONWING_RB3_GEN_2_VISION_KIT,
  SA7255P_ADP,
  SA8295P_ADP,
  SA8775P_ADP,
  SAMSUNG_GALAXY_S23,
  SAMSUNG_GALAXY_S22,
  SAMSUNG_GALAXY_S21,
  SNAPDRAGON_865,
  SNAPDRAGON_X_PLUS,
  QUALCOMM_ADRENO_X1_85,
  QUALCOMM_SNAPDRAGON_X_ELITE_CPU,
  SNAPDRAGON_8_GEN_2_CPU,
  SNAPDRAGON_888_CPU,
  SNAPDRAGON_855_PLUS_CPU,
  SNAPDRAGON_765G_CPU,
  SNAPDRAGON_675_CPU,
  SNAPDRAGON_660_CPU,
  SNAPDRAGON_835_CPU,
  SNAPDRAGON_821_CPU,
  SNAPDRAGON_810_CPU,
  SNAPDRAGON_410_CPU,
  SNAPDRAGON_8_ELITE_CPU,
  SNAPDRAGON_8_GEN_3_CPU,
  SNAPDRAGON_8_GEN_1_CPU,
  SNAPDRAGON_865_CPU,
]

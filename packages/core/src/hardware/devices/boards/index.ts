import type { HardwareSpec } from '../../hardware.ts'
import { AMLOGIC_S805 } from './amlogic-s805.ts'
import { ARDUINO_UNO_Q } from './arduino-uno-q.ts'
import { AVAOTA_AIM_T527 } from './avaota-aim-t527.ts'
import { AXERA_AX620A } from './axera-ax620a.ts'
import { AXERA_AX630C } from './axera-ax630c.ts'
import { BANANA_PI_M2_ZERO } from './banana-pi-m2-zero.ts'
import { CVITEK_SG2000 } from './cvitek-sg2000.ts'
import { EAIDK_310 } from './eaidk-310.ts'
import { KHADAS_VIM3 } from './khadas-vim3.ts'
import { KIRIN_970 } from './kirin-970.ts'
import { LOONGSON_2K1000 } from './loongson-2k1000.ts'
import { LOONGSON_2K1000LA } from './loongson-2k1000la.ts'
import { LOONGSON_2K2000 } from './loongson-2k2000.ts'
import { LOONGSON_3A3000 } from './loongson-3a3000.ts'
import { LOONGSON_3A4000 } from './loongson-3a4000.ts'
import { LOONGSON_3A5000 } from './loongson-3a5000.ts'
import { LOONGSON_3A6000 } from './loongson-3a6000.ts'
import { MEDIATEK_DIMENSITY_9300 } from './mediatek-dimensity-9300.ts'
import { MYIR_REMI_PI } from './myir-remi-pi.ts'
import { NANOPI_R2S } from './nanopi-r2s.ts'
import { NXP_I_MX_7DUAL } from './nxp-i-mx-7dual.ts'
import { ORANGE_PI_4_LTS } from './orange-pi-4-lts.ts'
import { ORANGE_PI_5 } from './orange-pi-5.ts'
import { ORANGE_PI_5_PLUS } from './orange-pi-5-plus.ts'
import { ORANGE_PI_CM4 } from './orange-pi-cm4.ts'
import { PHYTIUM_PI } from './phytium-pi.ts'
import { RADXA_ORION_O6 } from './radxa-orion-o6.ts'
import { RADXA_ZERO_3W } from './radxa-zero-3w.ts'
import { RASPBERRY_PI_3B_PLUS } from './raspberry-pi-3b-plus.ts'
import { RASPBERRY_PI_4 } from './raspberry-pi-4.ts'
import { RASPBERRY_PI_5 } from './raspberry-pi-5.ts'
import { RASPBERRY_PI_5_2_9_GHZ } from './raspberry-pi-5-2-9-ghz.ts'
import { RASPBERRY_PI_ZERO_2_W } from './raspberry-pi-zero-2-w.ts'
import { RDK_X3_MODULE } from './rdk-x3-module.ts'
import { ROCK_3A } from './rock-3a.ts'
import { ROCKCHIP_RK3288 } from './rockchip-rk3288.ts'
import { ROCKCHIP_RK3399 } from './rockchip-rk3399.ts'
import { ROCKCHIP_RK3588 } from './rockchip-rk3588.ts'
import { SPACEMIT_MUSE_PI_PRO } from './spacemit-muse-pi-pro.ts'
import { STATION_M2 } from './station-m2.ts'
import { STATION_M3 } from './station-m3.ts'
import { STATION_P2 } from './station-p2.ts'
import { T_HEAD_TH1520 } from './t-head-th1520.ts'
import { VISIONFIVE_2 } from './visionfive-2.ts'
import { Z7_LITE_7020 } from './z7-lite-7020.ts'

/** Single-board computers, phones and small processors. */
export const BOARD_DEVICES: readonly HardwareSpec[] = [
  LOONGSON_3A6000,
  LOONGSON_3A5000,
  LOONGSON_3A4000,
  LOONGSON_3A3000,
  LOONGSON_2K2000,
  LOONGSON_2K1000LA,
  LOONGSON_2K1000,
  RASPBERRY_PI_5,
  RASPBERRY_PI_5_2_9_GHZ,
  RASPBERRY_PI_4,
  RASPBERRY_PI_3B_PLUS,
  RASPBERRY_PI_ZERO_2_W,
  ROCKCHIP_RK3588,
  ORANGE_PI_5_PLUS,
  ORANGE_PI_5,
  STATION_M3,
  ROCKCHIP_RK3399,
  ORANGE_PI_4_LTS,
  ORANGE_PI_CM4,
  STATION_M2,
  RADXA_ZERO_3W,
  ROCK_3A,
  STATION_P2,
  NANOPI_R2S,
  EAIDK_310,
  ROCKCHIP_RK3288,
  KHADAS_VIM3,
  AMLOGIC_S805,
  KIRIN_970,
  MEDIATEK_DIMENSITY_9300,
  RADXA_ORION_O6,
  AVAOTA_AIM_T527,
  BANANA_PI_M2_ZERO,
  ARDUINO_UNO_Q,
  RDK_X3_MODULE,
  AXERA_AX620A,
  AXERA_AX630C,
  NXP_I_MX_7DUAL,
  MYIR_REMI_PI,
  Z7_LITE_7020,
  CVITEK_SG2000,
  T_HEAD_TH1520,
  VISIONFIVE_2,
  SPACEMIT_MUSE_PI_PRO,
  PHYTIUM_PI,
]

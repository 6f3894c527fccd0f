import { totalmem } from 'node:os'
import type { AvailableHardware, BrowserFacts } from '@benchcast/bench'
import type { Platform } from '@benchcast/core/hardware'

/** A platform of a browser that somebody is going to open: which one is seen when it is there. */
export const openBrowser = (platform: Platform): AvailableHardware => ({
  platform,
  isAvailable: true,
  isSimulation: false,
  device: '',
  memoryBytes: totalmem(),
  // The web's platforms are what browsers call their providers.
  providers: [platform],
  reason: '',
})

/** The platform, now that the browser has told what it is. */
export const seenBrowser = (hardware: AvailableHardware, { adapter, browser, isSoftwareAdapter }: BrowserFacts): AvailableHardware => ({
  ...hardware,
  device: [adapter, `in ${browser}`].filter(Boolean).join(' '),
  isSimulation: isSoftwareAdapter,
})

import type { HardwareSpec, LaunchOverhead, Platform } from './hardware.ts'

const BROWSER_PLATFORMS: ReadonlySet<Platform> = new Set(['webgpu', 'webnn'])

/**
 * How long starting a kernel takes on a device through a platform: a browser puts its own validation and process border before every device.
 *
 * @example
 * launchOverheadFor(rtx4090, 'cuda') // 'driver'
 * launchOverheadFor(rtx4090, 'webgpu') // 'browser'
 */
export function launchOverheadFor(device: HardwareSpec, platform: Platform): LaunchOverhead {
  return BROWSER_PLATFORMS.has(platform) ? 'browser' : device.launchOverhead
}

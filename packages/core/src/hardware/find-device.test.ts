import { describe, expect, it } from 'vitest'
import { deviceNamed, findDevice, type Platform } from './index.ts'

const found = (text: string, platform?: Platform) => {
  const { device, ...rest } = findDevice(text, platform)
  return device === undefined ? undefined : [device.id, 'match' in rest && rest.match]
}

describe('findDevice', () => {
  it.each([
    ['H100', 'nvidia-h100-80gb-sxm'],
    ['rtx 4090', 'nvidia-geforce-rtx-4090'],
    ['RTX4070Ti', 'nvidia-geforce-rtx-4070-ti'],
    ['Apple M2 Max', 'apple-m2-max-38c-gpu'],
    ['MI300X', 'amd-instinct-mi300x'],
    ['radeon rx7900xtx', 'amd-radeon-rx-7900-xtx'],
    ['i9-13900K', 'intel-core-i9-13900k'],
    ['7950X', 'amd-ryzen-9-7950x'],
    ['Jetson AGX Orin', 'nvidia-jetson-agx-orin'],
    ['jetson-orin-nano', 'nvidia-jetson-orin-nano'],
    ['RTX 3050', 'nvidia-geforce-rtx-3050'],
    ['H800', 'nvidia-h800-80gb-sxm'],
  ])('knows %s as people write it', (text, id) => expect(found(text)).toEqual([id, 'alias']))

  it.each([
    ['NVIDIA A100-SXM4-40GB', 'nvidia-a100-40gb-sxm'],
    ['NVIDIA H100 80GB HBM3', 'nvidia-h100-80gb-sxm'],
    ['NVIDIA H100 PCIe', 'nvidia-h100-80gb-pcie'],
    ['Tesla T4', 'nvidia-t4'],
    ['Intel(R) Xeon(R) Platinum 8480+', 'intel-xeon-platinum-8480-plus'],
    ['Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz', 'intel-xeon-e5-2680-v4'],
    ['Intel(R) Core(TM) i7-8700K CPU @ 3.70GHz', 'intel-core-i7-8700k'],
    ['13th Gen Intel(R) Core(TM) i9-13900K', 'intel-core-i9-13900k'],
    ['Intel(R) Core(TM) Ultra 7 155H', 'intel-core-ultra-7-155h'],
    ['AMD EPYC 9654 96-Core Processor', 'amd-epyc-9654'],
    ['AMD Ryzen 9 5950X 16-Core Processor', 'amd-ryzen-9-5950x'],
    ['AMD Ryzen 7 5700G with Radeon Graphics', 'amd-ryzen-7-5700g'],
  ])('knows %s as drivers and operating systems write it', (text, id) => expect(found(text)).toEqual([id, 'alias']))

  it.each([
    ['AMD EPYC 9474F 48-Core Processor', 'amd-epyc-9554'],
    ['Intel(R) Xeon(R) Platinum 8468', 'intel-xeon-platinum-8480-plus'],
    ['Intel(R) Xeon(R) CPU E5-2699 v4 @ 2.20GHz', 'intel-xeon-e5-2690-v4'],
    ['AMD Ryzen 9 7900X 12-Core Processor', 'amd-ryzen-9-7950x'],
    ['12th Gen Intel(R) Core(TM) i5-12600K', 'intel-core-i7-12700k'],
    ['NVIDIA GeForce RTX 4070 Laptop GPU', 'nvidia-geforce-rtx-4070'],
  ])('answers %s with the nearest of its series, and says so', (text, id) => expect(found(text)).toEqual([id, 'similar']))

  it('takes a short name for the one device that has all of its words, says so where it names no model, and lists the candidates where several have them', () => {
    expect(found('Orin NX', 'cuda')).toEqual(['nvidia-jetson-orin-nx', 'similar'])
    expect(() => deviceNamed('Jetson Orin', 'cuda')).toThrow("did you mean 'NVIDIA Jetson AGX Orin', 'NVIDIA Jetson Orin NX', or 'NVIDIA Jetson Orin Nano'?")
  })

  it('suggests what is near in spelling, or nothing', () => {
    expect(() => deviceNamed('Pixel 8', 'cuda')).toThrow("No device for cuda is known as 'Pixel 8': leave the device out to use the usual one.")
    expect(() => deviceNamed('Pixel 8', 'qnn')).toThrow("No device for qnn is known as 'Pixel 8'")
    expect(() => deviceNamed('H900', 'cuda')).toThrow("did you mean 'NVIDIA H800 80GB SXM'")
    expect(() => deviceNamed('8480', 'cpu')).toThrow("did you mean 'Intel Xeon Platinum 8480+'")
  })

  it('finds the part of a chip that serves the platform', () => {
    expect(found('Apple M2', 'mps')).toEqual(['apple-m2', 'exact'])
    expect(found('Apple M2', 'cpu')).toEqual(['apple-m2-cpu', 'alias'])
    expect(found('Snapdragon X Elite', 'qnn')).toEqual(['snapdragon-x-elite-crd', 'alias'])
    expect(found('Snapdragon X Elite', 'webgpu')).toEqual(['qualcomm-adreno-x1-85', 'alias'])
    expect(found('Snapdragon X Elite', 'cpu')).toEqual(['qualcomm-snapdragon-x-elite-cpu', 'alias'])
    expect(found('NVIDIA Jetson Nano', 'cpu')).toEqual(['nvidia-jetson-nano-cpu', 'alias'])
  })

  it.each(['', '   ', 'abacus', 'gpu', 'RTX 9999', 'Tesla K80', 'Intel(R) Xeon(R) Processor', '\u0000', '__proto__', '('])('does not take %j for a device', (text) =>
    expect(found(text)).toBeUndefined(),
  )
})

describe('a hostile name', () => {
  it('costs no more than a short one', () => {
    const start = performance.now()
    for (let i = 0; i < 20; i++) expect(found('x'.repeat(100_000 + i))).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

describe('deviceNamed', () => {
  it('names up to three near devices when a name is unknown', () => {
    expect(() => deviceNamed('GeForce RTX 3040', 'cuda')).toThrow(
      /^No device for cuda is known as 'GeForce RTX 3040': did you mean 'NVIDIA GeForce RTX 3050', 'NVIDIA .+', or 'NVIDIA .+'\? Or leave the device out/,
    )
    expect(() => deviceNamed('abacus')).toThrow(expect.objectContaining({ code: 'unknown_device', status: 422 }))
  })

  it('says which platforms a device serves when it does not serve the one asked for', () => {
    expect(() => deviceNamed('H100', 'rocm')).toThrow("'NVIDIA H100 80GB SXM' does not run rocm, but cuda: choose one of those, or another device.")
  })

  it('shows a long hostile name in part', () => {
    expect(() => deviceNamed('<script>'.repeat(1000))).toThrow(/…'/)
  })
})

/** What runs a model in a browser. */
interface BrowserProviderFacts {
  readonly title: string
  /** The build of onnxruntime-web that has it: the smallest one. */
  readonly runtime: 'ort.wasm.min.mjs' | 'ort.webgpu.min.mjs'
  /** What a headless Chromium is started with. */
  readonly switches: readonly string[]
  /** What is added where there is no GPU: drawing in software, for functional tests only. */
  readonly softwareSwitches: readonly string[]
  /** What a person does when the browser does not have it. */
  readonly remedy: string
}

/** Execution providers of ONNX Runtime in a browser, by its names. */
export const BROWSER_PROVIDERS = {
  wasm: { title: 'WebAssembly', runtime: 'ort.wasm.min.mjs', switches: ['--disable-gpu'], softwareSwitches: [], remedy: 'Use a browser of the last few years.' },
  webgpu: {
    title: 'WebGPU',
    runtime: 'ort.webgpu.min.mjs',
    switches: ['--enable-unsafe-webgpu'],
    softwareSwitches: ['--use-webgpu-adapter=swiftshader'],
    remedy: 'Use a browser with WebGPU on a machine with a GPU and its driver, over https or on localhost.',
  },
  webnn: {
    title: 'WebNN',
    runtime: 'ort.webgpu.min.mjs',
    switches: ['--enable-features=WebMachineLearningNeuralNetwork'],
    softwareSwitches: ['--disable-gpu'],
    remedy: 'Use a browser that has it switched on (in Chromium: chrome://flags/#web-machine-learning-neural-network) on a system with a backend for it.',
  },
} as const satisfies Record<string, BrowserProviderFacts>

export type BrowserProvider = keyof typeof BROWSER_PROVIDERS

export const isBrowserProvider = (name: string | undefined): name is BrowserProvider => name !== undefined && Object.hasOwn(BROWSER_PROVIDERS, name)

/** What a cloud asks for a device, on demand and without a contract. A list price and no quotation: it differs between clouds and regions, and changes. */
export interface ListPrice {
  readonly usdPerHour: number
  /** Who asks it, and for what: the provider and its instance, of which this is the price of one device. */
  readonly offer: string
  readonly region: string
  /** Month up to which we know of no other figure: `2025-06`. Lists change: who decides by cost sends their own prices. */
  readonly asOf: string
  /** Where the provider publishes its list. */
  readonly source: string
}

const AWS = { region: 'us-east-1', asOf: '2025-06', source: 'https://aws.amazon.com/ec2/pricing/on-demand/' }
const AZURE = { region: 'East US', asOf: '2025-06', source: 'https://azure.microsoft.com/pricing/details/virtual-machines/linux/' }
/** Published by the hour and graphics processor, the same in every region. */
const ORACLE = { region: 'all regions', asOf: '2025-06', source: 'https://www.oracle.com/cloud/compute/pricing/' }

/**
 * Prices by id of the device. A device is here only where one cloud publishes one price for it; most are in no cloud. A processor is priced as the instance with all cores of one socket of it, a Mac as
 * the whole machine, under each part of it that computes.
 */
const PRICES: Readonly<Record<string, ListPrice>> = {
  'nvidia-t4': { usdPerHour: 0.526, offer: 'AWS g4dn.xlarge', ...AWS },
  'nvidia-l4': { usdPerHour: 0.8048, offer: 'AWS g6.xlarge', ...AWS },
  'nvidia-a10g': { usdPerHour: 1.006, offer: 'AWS g5.xlarge', ...AWS },
  'nvidia-l40s': { usdPerHour: 1.861, offer: 'AWS g6e.xlarge', ...AWS },
  'nvidia-v100-16gb-sxm': { usdPerHour: 3.06, offer: 'AWS p3.2xlarge', ...AWS },
  'nvidia-a10': { usdPerHour: 2, offer: 'Oracle Cloud VM.GPU.A10.1', ...ORACLE },
  'nvidia-a100-40gb-sxm': { usdPerHour: 3.05, offer: 'Oracle Cloud BM.GPU4.8', ...ORACLE },
  'nvidia-a100-80gb-sxm': { usdPerHour: 4, offer: 'Oracle Cloud BM.GPU.A100-v2.8', ...ORACLE },
  'nvidia-a100-80gb-pcie': { usdPerHour: 3.673, offer: 'Azure NC24ads A100 v4', ...AZURE },
  'nvidia-h100-80gb-sxm': { usdPerHour: 10, offer: 'Oracle Cloud BM.GPU.H100.8', ...ORACLE },
  'nvidia-h100-nvl': { usdPerHour: 6.98, offer: 'Azure NC40ads H100 v5', ...AZURE },
  'nvidia-h200-sxm': { usdPerHour: 10, offer: 'Oracle Cloud BM.GPU.H200.8', ...ORACLE },
  'amd-instinct-mi300x': { usdPerHour: 6, offer: 'Oracle Cloud BM.GPU.MI300X.8', ...ORACLE },
  'intel-xeon-platinum-8175m': { usdPerHour: 2.304, offer: 'AWS m5.12xlarge', ...AWS },
  'intel-xeon-platinum-8259cl': { usdPerHour: 2.304, offer: 'AWS m5.12xlarge', ...AWS },
  'intel-xeon-platinum-8375c': { usdPerHour: 2.72, offer: 'AWS c6i.16xlarge', ...AWS },
  'intel-xeon-platinum-8488c': { usdPerHour: 4.284, offer: 'AWS c7i.24xlarge', ...AWS },
  'apple-m1-8c-gpu': { usdPerHour: 0.65, offer: 'AWS mac2.metal', ...AWS },
  'apple-m1-cpu': { usdPerHour: 0.65, offer: 'AWS mac2.metal', ...AWS },
  'apple-m2': { usdPerHour: 0.878, offer: 'AWS mac2-m2.metal', ...AWS },
  'apple-m2-cpu': { usdPerHour: 0.878, offer: 'AWS mac2-m2.metal', ...AWS },
}

export const LIST_PRICES: ReadonlyMap<string, ListPrice> = new Map(Object.entries(PRICES))

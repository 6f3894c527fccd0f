import { COMPONENTS } from '@benchcast/core/api'
import type { ServerConfig, UpstreamAddress } from '../config.ts'

/** Components whose address was given: they run already. */
export const addressesElsewhere = ({ upstreams, unifiedOnly, predictivePort }: Pick<ServerConfig, 'upstreams' | 'unifiedOnly' | 'predictivePort'>): readonly UpstreamAddress[] =>
  unifiedOnly ? [{ name: 'predictive-performance', url: `http://127.0.0.1:${predictivePort ?? COMPONENTS['predictive-performance'].port}` }, ...upstreams] : upstreams

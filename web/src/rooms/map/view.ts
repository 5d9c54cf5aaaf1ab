import type { AreaSeries, AssetSeries } from '../../api/types'
import type { Query } from '../../state/address'

// Which layer, moment and comparison the address asks for, and the share that each place gets on the map.

export type Layer = 'behoefte' | 'dienst' | 'groep'
export type Span = 'nu' | 'totnu'
export type Kind = 'unmet' | 'without'
export type Comparison = 'een' | 'naast' | 'verschil'

export interface View {
  layer: Layer
  need: string
  kind: Kind
  span: Span
  group: string
  service: string
  place: string | undefined
  other: string | undefined
  comparison: Comparison
}

const oneOf = <T extends string>(value: string | undefined, allowed: readonly T[], otherwise: T): T => (allowed.includes(value as T) ? (value as T) : otherwise)

export function viewOf(query: Query, needs: readonly string[], groups: readonly string[], services: readonly string[]): View {
  const other = query.met
  // The group of everyone is what the layer of a need shows.
  const parts = groups.filter((group) => group !== 'all')
  return {
    layer: oneOf(query.laag, ['behoefte', 'dienst', 'groep'], 'behoefte'),
    need: oneOf(query.behoefte, needs, needs.includes('warmth') ? 'warmth' : (needs[0] ?? '')),
    kind: oneOf(query.soort, ['unmet', 'without'], 'unmet'),
    span: oneOf(query.tot, ['nu', 'totnu'], 'nu'),
    group: oneOf(query.groep, parts, parts[0] ?? ''),
    service: oneOf(query.dienst, services, services.includes('mobile') ? 'mobile' : (services[0] ?? '')),
    place: query.plek,
    other,
    comparison: other ? oneOf(query.beeld, ['een', 'naast', 'verschil'], 'naast') : 'een',
  }
}

/** Sum of a series over [0, hour): its mean over that time, or its value at hour 0 when no time has passed. */
export function meanSoFar(series: readonly (number | null)[], hour: number): number {
  if (hour <= 0) return series[0] ?? 0
  let sum = 0
  for (let at = 0; at < hour; at += 1) sum += series[at] ?? 0
  return sum / hour
}

/** What of the interface the layer asks of the areas: of a group only what its members miss is known. */
export const areaQuery = (view: View): Record<string, string> => (view.layer === 'groep' ? { behoefte: view.need, groep: view.group } : { behoefte: view.need, soort: view.kind })

export const valueAt = (series: readonly (number | null)[], hour: number, span: Span): number => (span === 'nu' ? (series[hour] ?? 0) : meanSoFar(series, hour))

/** Share of the residents (or of the members of a group) of every area without, now or as a share of the time so far. */
export function areaShares(series: AreaSeries, hour: number, span: Span): Map<string, number> {
  return new Map(series.gebieden.map((area) => [area.id, valueAt(area.gemiddelde, hour, span) / Math.max(1, area.inwoners)]))
}

/** Probability that an asset is down, now or as a share of the time so far. */
export function assetShares(series: AssetSeries, hour: number, span: Span): Map<string, number> {
  return new Map(series.objecten.map((asset) => [asset.id, valueAt(asset.kans, hour, span) / 100]))
}

import { useMemo } from 'react'
import { path, withQuery } from '../../api/http'
import type { AreaSeries, AssetOutcome, AssetSeries, Results } from '../../api/types'
import type { MapLabel, MapPoint } from '../../components/map'
import { useResource, type Resource } from '../../state/resource'
import { areaQuery, areaShares, assetShares, type Span, type View } from './view'

/** One line of the table beside the map; the map shows the same share. */
export interface PlaceRow {
  id: string
  name: string
  municipality: string
  of: number
  share: number
  confirmed?: boolean
}

export interface Places {
  rows: PlaceRow[]
  shares: Map<string, number>
}

export const outlinesUrl = (): string => '/ogc/v1/collections/gebieden/items?limit=10000'

export function useOutlines(): Resource<GeoJSON.FeatureCollection> {
  return useResource<GeoJSON.FeatureCollection>(outlinesUrl())
}

/** Names of the municipalities, each in the middle of its outlines. */
export function useLabels(results: Results, outlines: GeoJSON.FeatureCollection | undefined, series: AreaSeries | undefined): MapLabel[] {
  return useMemo(() => {
    if (!outlines || !series) return []
    const owner = new Map(series.gebieden.map((area) => [area.id, area.gemeente]))
    const sums = new Map<string, { lon: number; lat: number; count: number }>()
    for (const feature of outlines.features) {
      const municipality = owner.get(String(feature.id ?? feature.properties?.id))
      const ring = feature.geometry.type === 'MultiPolygon' ? feature.geometry.coordinates[0]?.[0] : feature.geometry.type === 'Polygon' ? feature.geometry.coordinates[0] : undefined
      if (!municipality || !ring) continue
      const sum = sums.get(municipality) ?? { lon: 0, lat: 0, count: 0 }
      for (const [lon = 0, lat = 0] of ring) {
        sum.lon += lon / ring.length
        sum.lat += lat / ring.length
      }
      sum.count += 1
      sums.set(municipality, sum)
    }
    return results.municipalities.flatMap((place) => {
      const sum = sums.get(place.id)
      return sum ? [{ name: place.name, place: [sum.lon / sum.count, sum.lat / sum.count] as const }] : []
    })
  }, [results, outlines, series])
}

export interface Layers {
  areas: Resource<AreaSeries>
  assets: Resource<AssetSeries>
  list: Resource<{ objecten: AssetOutcome[] }>
  results: Resource<Results>
}

/** What a run says for the layer in view. */
export function useLayers(run: string | undefined, view: View): Layers {
  const of = (...parts: string[]) => (run === undefined ? undefined : path('doorrekeningen', run, 'uitkomsten', ...parts))
  const areasUrl = of('gebieden')
  const seriesUrl = of('objectreeksen')
  const listUrl = of('objecten')
  const service = view.layer === 'dienst'
  return {
    areas: useResource<AreaSeries>(areasUrl && withQuery(areasUrl, areaQuery(view))),
    assets: useResource<AssetSeries>(service && seriesUrl ? withQuery(seriesUrl, { dienst: view.service }) : undefined),
    list: useResource<{ objecten: AssetOutcome[] }>(service && listUrl ? withQuery(listUrl, { dienst: view.service, paginaGrootte: 1000 }) : undefined),
    results: useResource<Results>(of('overzicht')),
  }
}

export function placesOf(layers: Layers, view: View, hour: number, names: ReadonlyMap<string, string>): Places | undefined {
  if (view.layer === 'dienst') {
    if (!layers.assets.data || !layers.list.data) return undefined
    const shares = assetShares(layers.assets.data, hour, view.span)
    const rows = layers.list.data.objecten.map((asset) => ({ id: asset.id, name: asset.name, municipality: names.get(asset.municipality ?? '') ?? '', of: 1, share: shares.get(asset.id) ?? 0, confirmed: asset.confirmed }))
    return { rows, shares }
  }
  if (!layers.areas.data) return undefined
  const shares = areaShares(layers.areas.data, hour, view.span)
  const rows = layers.areas.data.gebieden.map((area) => ({ id: area.id, name: area.naam, municipality: names.get(area.gemeente ?? '') ?? '', of: area.inwoners, share: shares.get(area.id) ?? 0 }))
  return { rows, shares }
}

export function pointsOf(layers: Layers, view: View): MapPoint[] {
  if (view.layer !== 'dienst' || !layers.list.data) return []
  return layers.list.data.objecten.flatMap((asset) => {
    return asset.place ? [{ id: asset.id, name: asset.name, place: asset.place }] : []
  })
}

export const seriesOf = (layers: Layers, view: View, id: string): readonly (number | null)[] | undefined =>
  view.layer === 'dienst' ? layers.assets.data?.objecten.find((asset) => asset.id === id)?.kans : layers.areas.data?.gebieden.find((area) => area.id === id)?.gemiddelde

export type { Span }

import type { MapLine } from '../../components/map'

// What the outlines of areas say of the municipalities they lie in; nothing is drawn here.

type Position = readonly [number, number]
type Feature = GeoJSON.Feature

export function municipalityOf(feature: Feature | undefined): string | undefined {
  const value: unknown = feature?.properties?.gemeente
  return typeof value === 'string' ? value : undefined
}

/** Outer and inner rings of an outline. */
function ringsOf(feature: Feature): Position[][] {
  const { geometry } = feature
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
  return rings.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon, lat] as const))
}

export interface Border {
  path: readonly [Position, Position]
  /** The municipality on each side; one at the edge of the region. */
  between: string[]
}

/** The borders of municipalities: what two of their areas share lies within, and is none. Neighbouring outlines share their points. */
export function bordersOf(features: readonly Feature[]): Border[] {
  const edges = new Map<string, { path: readonly [Position, Position]; sides: string[] }>()
  for (const feature of features) {
    const town = municipalityOf(feature) ?? ''
    for (const ring of ringsOf(feature)) {
      for (let index = 1; index < ring.length; index += 1) {
        const path = [ring[index - 1] as Position, ring[index] as Position] as const
        const key = path.map(String).sort().join(' ')
        const edge = edges.get(key)
        if (edge) edge.sides.push(town)
        else edges.set(key, { path, sides: [town] })
      }
    }
  }
  return [...edges.values()].flatMap(({ path, sides }) => {
    const between = [...new Set(sides)]
    return sides.length > 1 && between.length === 1 ? [] : [{ path, between }]
  })
}

/** Borders as lines of a map; those of the chosen municipality stand out. */
export function borderLines(borders: readonly Border[], chosen: string | undefined): MapLine[] {
  const lines = borders.map((border, index) => ({ id: String(index), path: border.path, colour: '#3c4a59', width: 1.2, own: chosen !== undefined && border.between.includes(chosen) }))
  return [...lines.filter((line) => !line.own), ...lines.filter((line) => line.own).map((line) => ({ ...line, colour: '#0d2c4f', width: 4 }))].map(({ id, path, colour, width }) => ({ id, path, colour, width }))
}

/** The middle of each municipality: of its areas by their size, the curve of the earth left aside. */
export function middlesOf(features: readonly Feature[]): Map<string, Position> {
  const sums = new Map<string, { size: number; lon: number; lat: number }>()
  for (const feature of features) {
    const town = municipalityOf(feature)
    if (town === undefined) continue
    const own = { size: 0, lon: 0, lat: 0 }
    for (const ring of ringsOf(feature)) {
      for (let index = 1; index < ring.length; index += 1) {
        const [x, y] = ring[index - 1] as Position
        const [u, v] = ring[index] as Position
        const cross = x * v - u * y
        own.size += cross
        own.lon += (x + u) * cross
        own.lat += (y + v) * cross
      }
    }
    // Some outlines run with the clock, others against it.
    const turn = Math.sign(own.size)
    const sum = sums.get(town) ?? { size: 0, lon: 0, lat: 0 }
    sums.set(town, { size: sum.size + turn * own.size, lon: sum.lon + turn * own.lon, lat: sum.lat + turn * own.lat })
  }
  return new Map([...sums].flatMap(([town, { size, lon, lat }]) => (size === 0 ? [] : [[town, [lon / (3 * size), lat / (3 * size)] as const] as const])))
}

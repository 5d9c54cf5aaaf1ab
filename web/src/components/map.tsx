import 'maplibre-gl/dist/maplibre-gl.css'
import * as maplibregl from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useRef } from 'react'
import { useWords } from '../i18n'

// MapLibre with nothing but what the server gives: outlines, points and names; no tiles, no fonts, no other host.
maplibregl.setWorkerUrl(workerUrl)

export interface MapPoint {
  id: string
  name: string
  place: readonly [number, number]
}

/** A straight line between two places; one that is not chosen to stand out is thin. */
export interface MapLine {
  id: string
  path: readonly (readonly [number, number])[]
  colour: string
  width: number
}

export interface MapLabel {
  name: string
  place: readonly [number, number]
}

/** The maps of one group look at the same place: moving one moves the others. */
export interface MapGroup {
  maps: Set<maplibregl.Map>
}

export interface MapProps {
  label: string
  outlines: GeoJSON.FeatureCollection
  labels: readonly MapLabel[]
  points: readonly MapPoint[]
  /** Colour by id of an outline or a point. */
  colours: ReadonlyMap<string, string>
  chosen: string | undefined
  onPick: (id: string) => void
  /** Drawn between outlines and points. */
  lines?: readonly MapLine[]
  /** Whether outlines have a border of their own; not where lines draw the borders that count. */
  bordered?: boolean
  /** Of the labels, pixels. */
  labelSize?: number
  /** Places outside the outlines that are in view at first too. */
  also?: readonly (readonly [number, number])[]
  group?: MapGroup
  /** Points that may be dragged, and what to do when one was. */
  onMoved?: (id: string, place: [number, number]) => void
}

const noLines: readonly MapLine[] = []
const blank = '#f1f4f7'
const colour: maplibregl.ExpressionSpecification = ['to-color', ['coalesce', ['feature-state', 'colour'], blank]]
const isChosen: maplibregl.ExpressionSpecification = ['boolean', ['feature-state', 'chosen'], false]

function withIds(outlines: GeoJSON.FeatureCollection): GeoJSON.FeatureCollection {
  return { ...outlines, features: outlines.features.map((feature) => ({ ...feature, properties: { ...feature.properties, key: String(feature.id ?? feature.properties?.id) } })) }
}

function collection(points: readonly { place: readonly [number, number]; name: string; id?: string }[]): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features: points.map((point) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [...point.place] }, properties: { key: point.id ?? point.name, name: point.name } })) }
}

const linesOf = (lines: readonly MapLine[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: lines.map((line) => ({ type: 'Feature', geometry: { type: 'LineString', coordinates: line.path.map((place) => [...place]) }, properties: { colour: line.colour, width: line.width } })),
})

export function boundsOf(outlines: GeoJSON.FeatureCollection, also: readonly (readonly [number, number])[] = []): [[number, number], [number, number]] {
  let west = 180
  let south = 90
  let east = -180
  let north = -90
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return
    if (typeof value[0] === 'number' && typeof value[1] === 'number') {
      west = Math.min(west, value[0])
      east = Math.max(east, value[0])
      south = Math.min(south, value[1])
      north = Math.max(north, value[1])
    } else value.forEach(visit)
  }
  for (const feature of outlines.features) if (feature.geometry && 'coordinates' in feature.geometry) visit(feature.geometry.coordinates)
  also.forEach(visit)
  return [
    [west, south],
    [east, north],
  ]
}

const style = (bordered: boolean, labelSize: number): maplibregl.StyleSpecification => ({
  version: 8,
  sources: {
    areas: { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, promoteId: 'key' },
    points: { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, promoteId: 'key' },
    labels: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    lines: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#dfe9f0' } },
    { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': colour } },
    { id: 'borders', type: 'line', source: 'areas', layout: { visibility: bordered ? 'visible' : 'none' }, paint: { 'line-color': '#7c8a9a', 'line-width': 0.8 } },
    { id: 'chosen', type: 'line', source: 'areas', paint: { 'line-color': '#0d2c4f', 'line-width': ['case', isChosen, 4, 0] } },
    { id: 'lines', type: 'line', source: 'lines', layout: { 'line-cap': 'round' }, paint: { 'line-color': ['get', 'colour'], 'line-width': ['get', 'width'] } },
    {
      id: 'points',
      type: 'circle',
      source: 'points',
      paint: { 'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, ['case', isChosen, 8, 4.5], 14, ['case', isChosen, 13, 9]], 'circle-color': colour, 'circle-stroke-color': '#17212d', 'circle-stroke-width': ['case', isChosen, 3, 1] },
    },
    {
      id: 'labels',
      type: 'symbol',
      source: 'labels',
      layout: { 'text-field': ['get', 'name'], 'text-font': ['Veer Sans'], 'text-size': labelSize, 'text-padding': 0 },
      paint: { 'text-color': '#17212d', 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
    },
  ],
})

const source = (map: maplibregl.Map, id: string) => map.getSource<maplibregl.GeoJSONSource>(id)

export default function MapView({ label, outlines, labels, points, colours, chosen, onPick, group, onMoved, lines = noLines, also, bordered = true, labelSize = 13 }: MapProps) {
  const { t } = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const paper = useRef<HTMLCanvasElement>(null)
  const held = useRef<maplibregl.Map>(undefined)
  const ready = useRef(false)
  const painted = useRef<{ points: readonly MapPoint[] | undefined; colours: ReadonlyMap<string, string>; chosen: string | undefined }>({ points: undefined, colours: new Map(), chosen: undefined })
  const latest = useRef({ onPick, onMoved, colours, chosen, points, lines })
  useEffect(() => {
    latest.current = { onPick, onMoved, colours, chosen, points, lines }
  })

  const paint = () => {
    const map = held.current
    if (!map || !ready.current) return
    const { colours, chosen, points } = latest.current
    const known = new Set(points.map((point) => point.id))
    const was = painted.current
    // Other points, other places: begin anew. Else only what changed is told.
    if (was.points !== points) {
      map.removeFeatureState({ source: 'areas' })
      map.removeFeatureState({ source: 'points' })
      was.colours = new Map()
      was.chosen = undefined
    }
    const source = (id: string) => (known.has(id) ? 'points' : 'areas')
    for (const [id, value] of colours) if (was.colours.get(id) !== value) map.setFeatureState({ source: source(id), id }, { colour: value })
    for (const id of was.colours.keys()) if (!colours.has(id)) map.setFeatureState({ source: source(id), id }, { colour: blank })
    if (was.chosen !== chosen) {
      if (was.chosen !== undefined) map.setFeatureState({ source: source(was.chosen), id: was.chosen }, { chosen: false })
      if (chosen !== undefined) map.setFeatureState({ source: source(chosen), id: chosen }, { chosen: true })
    }
    painted.current = { points, colours, chosen }
  }

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const map = new maplibregl.Map({
      container: element,
      style: style(bordered, labelSize),
      bounds: boundsOf(outlines, also),
      fitBoundsOptions: { padding: 16 },
      attributionControl: false,
      // What was drawn last is kept for paper.
      canvasContextAttributes: { preserveDrawingBuffer: true },
      dragRotate: false,
      pitchWithRotate: false,
      cooperativeGestures: false,
      fadeDuration: 0,
      locale: { 'Map.Title': label, 'NavigationControl.ZoomIn': t('map.in'), 'NavigationControl.ZoomOut': t('map.out') },
    })
    held.current = map
    map.touchZoomRotate.disableRotation()
    map.addControl(new maplibregl.NavigationControl({ showCompass: false }), 'top-right')
    map.on('load', () => {
      ready.current = true
      void source(map, 'areas')?.setData(withIds(outlines))
      void source(map, 'labels')?.setData(collection(labels))
      void source(map, 'points')?.setData(collection(latest.current.points))
      void source(map, 'lines')?.setData(linesOf(latest.current.lines))
      paint()
      element.dataset.ready = 'true'
    })
    let dragged: string | undefined
    const keyAt = (point: maplibregl.PointLike, layer: string) => map.queryRenderedFeatures(point, { layers: [layer] })[0]?.properties.key as string | undefined
    map.on('click', (event) => {
      const key = keyAt(event.point, 'points') ?? keyAt(event.point, 'areas')
      if (key !== undefined) latest.current.onPick(key)
    })
    map.on('mousedown', 'points', (event) => {
      if (!latest.current.onMoved) return
      dragged = event.features?.[0]?.properties.key as string | undefined
      if (dragged !== undefined) event.preventDefault()
    })
    map.on('mouseup', (event) => {
      if (dragged !== undefined) latest.current.onMoved?.(dragged, [event.lngLat.lng, event.lngLat.lat])
      dragged = undefined
    })
    map.on('mousemove', (event) => {
      map.getCanvas().style.cursor = keyAt(event.point, 'points') || keyAt(event.point, 'areas') ? 'pointer' : ''
    })
    group?.maps.add(map)
    let following = false
    map.on('move', () => {
      if (following || !group) return
      for (const other of group.maps) {
        if (other === map) continue
        following = true
        other.jumpTo({ center: map.getCenter(), zoom: map.getZoom() })
        following = false
      }
    })
    return () => {
      ready.current = false
      painted.current = { points: undefined, colours: new Map(), chosen: undefined }
      group?.maps.delete(map)
      map.remove()
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- one map per set of outlines; the rest is painted on it below
  }, [outlines, label])

  useEffect(() => {
    if (ready.current && held.current) void source(held.current, 'points')?.setData(collection(points))
  }, [points])
  useEffect(() => {
    if (ready.current && held.current) void source(held.current, 'labels')?.setData(collection(labels))
  }, [labels])
  useEffect(() => {
    if (ready.current && held.current) void source(held.current, 'lines')?.setData(linesOf(lines))
  }, [lines])
  useEffect(paint, [colours, chosen, points])

  // The page of a printer has another width, and a map that is laid out anew is empty: paper gets a picture of it.
  useEffect(() => {
    const print = () => {
      const drawn = held.current?.getCanvas()
      if (!paper.current || !drawn || !ready.current) return
      paper.current.width = drawn.width
      paper.current.height = drawn.height
      paper.current.getContext('2d')?.drawImage(drawn, 0, 0)
    }
    window.addEventListener('beforeprint', print)
    return () => window.removeEventListener('beforeprint', print)
  }, [])

  return (
    <>
      <div ref={frame} className="map" role="group" aria-label={label} />
      <canvas ref={paper} className="map-on-paper" width={0} height={0} aria-hidden="true" />
    </>
  )
}

import type { FuelStop } from '../../api/types'

// Where the trucks of the timetable are at an hour of the clock. Between two stops the place is taken along the straight line:
// the results know when a truck leaves and arrives, and not the streets.

export type Doing = 'waits' | 'drives' | 'pumps'
export type Lonlat = readonly [number, number]

export interface TruckNow {
  truck: string
  doing: Doing
  at: Lonlat
  /** The stop it drives to or pumps at; of one that waits the stop where it was last, absent before its first trip. */
  stop: FuelStop | undefined
  /** Until when it does so, in hours; absent: to the end. */
  until: number | undefined
}

const place = (pair: readonly number[]): Lonlat => [pair[0] ?? 0, pair[1] ?? 0]
const between = (from: Lonlat, to: Lonlat, share: number): Lonlat => [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]

/** The stops of each truck in the order in which it makes them. */
export function stopsByTruck(plan: readonly FuelStop[]): Map<string, FuelStop[]> {
  const out = new Map<string, FuelStop[]>()
  for (const stop of plan) out.set(stop.truck, [...(out.get(stop.truck) ?? []), stop])
  for (const stops of out.values()) stops.sort((a, b) => a.left_h - b.left_h)
  return out
}

export function truckAt(truck: string, stops: readonly FuelStop[], hour: number): TruckNow | undefined {
  const first = stops[0]
  if (!first) return undefined
  if (hour < first.left_h) return { truck, doing: 'waits', at: place(first.from), stop: undefined, until: first.left_h }
  for (const [index, stop] of stops.entries()) {
    const next = stops[index + 1]
    if (hour < stop.arrived_h) return { truck, doing: 'drives', at: between(place(stop.from), place(stop.to), (hour - stop.left_h) / Math.max(1e-9, stop.arrived_h - stop.left_h)), stop, until: stop.arrived_h }
    if (hour < stop.done_h) return { truck, doing: 'pumps', at: place(stop.to), stop, until: stop.done_h }
    if (!next || hour < next.left_h) return { truck, doing: 'waits', at: place(stop.to), stop, until: next?.left_h }
  }
  return undefined
}

export const trucksAt = (plan: readonly FuelStop[], hour: number): TruckNow[] =>
  [...stopsByTruck(plan)].flatMap(([truck, stops]) => truckAt(truck, stops, hour) ?? []).sort((a, b) => a.truck.localeCompare(b.truck, 'nl', { numeric: true }))

export interface Leg {
  stop: FuelStop
  state: 'done' | 'now' | 'next'
}

/** The legs of the trip that each truck is on, or was on last: driven, being driven, and still to come. */
export function legsAt(plan: readonly FuelStop[], hour: number): Leg[] {
  return [...stopsByTruck(plan).values()].flatMap((stops) => {
    const begun = stops.filter((stop) => stop.left_h <= hour)
    const trip = begun[begun.length - 1]?.trip
    return stops.filter((stop) => stop.trip === trip).map((stop): Leg => ({ stop, state: stop.arrived_h <= hour ? 'done' : stop.left_h <= hour ? 'now' : 'next' }))
  })
}

/** Places that trucks serve, each once, with what happened there until the hour. */
export interface Served {
  id: string
  name: FuelStop['place']
  at: Lonlat
  depot: boolean
  litres: number
  visits: number
}

export function servedUntil(plan: readonly FuelStop[], hour: number): Served[] {
  const out = new Map<string, Served>()
  for (const stop of plan) {
    const id = stop.to.join(',')
    const known = out.get(id) ?? { id, name: stop.place, at: place(stop.to), depot: stop.depot, litres: 0, visits: 0 }
    const there = stop.arrived_h <= hour && !stop.depot
    out.set(id, { ...known, depot: known.depot || stop.depot, litres: known.litres + (there ? stop.litres : 0), visits: known.visits + (there ? 1 : 0) })
  }
  return [...out.values()]
}

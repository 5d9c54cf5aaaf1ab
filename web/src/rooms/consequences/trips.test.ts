import { expect, test } from 'vitest'
import type { FuelStop } from '../../api/types'
import { legsAt, servedUntil, truckAt, trucksAt } from './trips'

const name = (text: string) => ({ nl: text, en: text })
const stop = (truck: string, trip: number, left: number, arrived: number, done: number, from: [number, number], to: [number, number], depot = false): FuelStop => ({ truck, trip, place: name(depot ? 'depot' : `tank ${to.join()}`), depot, left_h: left, arrived_h: arrived, done_h: done, litres: depot ? 0 : 100, tank_left_h: 2, from, to })

// Truck 1: from the depot (0, 0) to (4, 0) and (4, 4), back, and out again at hour 10. Truck 10 begins later.
const plan = [
  stop('10', 1, 5, 6, 7, [0, 0], [0, 8]),
  stop('1', 1, 1, 3, 3.5, [0, 0], [4, 0]),
  stop('1', 1, 3.5, 4, 5, [4, 0], [4, 4]),
  stop('1', 1, 5, 7, 7, [4, 4], [0, 0], true),
  stop('1', 2, 10, 12, 13, [0, 0], [4, 0]),
]

test('a truck waits at the depot, drives along the line, pumps, and waits again', () => {
  const one = plan.filter((item) => item.truck === '1')
  const at = (hour: number) => truckAt('1', one, hour)
  expect(at(0)).toMatchObject({ doing: 'waits', at: [0, 0], stop: undefined, until: 1 })
  expect(at(2)).toMatchObject({ doing: 'drives', at: [2, 0], until: 3 })
  expect(at(3)).toMatchObject({ doing: 'pumps', at: [4, 0], until: 3.5 })
  expect(at(6)).toMatchObject({ doing: 'drives', at: [2, 2], until: 7 })
  expect(at(8)).toMatchObject({ doing: 'waits', at: [0, 0], until: 10 })
  expect(at(50)).toMatchObject({ doing: 'waits', at: [4, 0], until: undefined })
  expect(truckAt('1', [], 3)).toBeUndefined()
})

test('trucks stand in the order of their number', () => expect(trucksAt(plan, 0).map((item) => item.truck)).toEqual(['1', '10']))

test('of each truck the legs of the trip it is on are shown, told apart by what was driven', () => {
  expect(legsAt(plan, 4.5).map((leg) => leg.state)).toEqual(['done', 'done', 'next'])
  expect(legsAt(plan, 5.5).map((leg) => [leg.stop.truck, leg.state])).toEqual([['10', 'now'], ['1', 'done'], ['1', 'done'], ['1', 'now']])
  expect(legsAt(plan, 11).filter((leg) => leg.stop.truck === '1').map((leg) => leg.stop.trip)).toEqual([2])
  expect(legsAt(plan, 0)).toEqual([])
})

test('a place counts what was brought until then, once on the map; a depot gets nothing', () => {
  const at = (hour: number) => Object.fromEntries(servedUntil(plan, hour).map((item) => [item.id, [item.visits, item.litres, item.depot]]))
  expect(at(0)).toEqual({ '0,8': [0, 0, false], '4,0': [0, 0, false], '4,4': [0, 0, false], '0,0': [0, 0, true] })
  expect(at(12)).toEqual({ '0,8': [1, 100, false], '4,0': [2, 200, false], '4,4': [1, 100, false], '0,0': [0, 0, true] })
})

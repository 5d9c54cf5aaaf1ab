import { expect, test } from 'vitest'
import type { SupportPlan } from '../../api/types'
import { exactly, idsOf, localPoints, nearestCandidate, solveAgain, toggled } from './plan'

const plan = { local: 2, points: [{ id: 'a', level: 'local' }, { id: 'b', level: 'local' }, { id: 'c', level: 'coordinating' }] } as unknown as SupportPlan

test('closing and adding changes the local points; a point that is added and closed stays out', () => {
  expect(localPoints(plan, { closed: ['a'], added: ['d', 'b'], pinned: [] })).toEqual(['b', 'd'])
  expect(localPoints(plan, { closed: ['d'], added: ['d'], pinned: [] })).toEqual(['a', 'b'])
})
test('exactly these points: all are fixed, and there are as many as there are', () => {
  expect(exactly(plan, { closed: ['a'], added: [], pinned: ['b'] })).toEqual({ verplicht: ['b'], uitgesloten: ['a'], lokaal: 1 })
})
test('solving again fixes only pinned and added points and keeps the number', () => {
  expect(solveAgain(plan, { closed: ['a'], added: ['d'], pinned: ['b', 'd'] })).toEqual({ verplicht: ['b', 'd'], uitgesloten: ['a'], lokaal: 2 })
})
test('a dropped point goes to the nearest free candidate, in kilometres and not in degrees', () => {
  const candidates = [
    { id: 'east', place: [4.31, 52] as const },
    { id: 'north', place: [4.3, 52.008] as const },
  ]
  // 0.01° of longitude is 0.7 km here, 0.008° of latitude 0.9 km.
  expect(nearestCandidate(candidates, [4.3, 52], new Set())).toBe('east')
  expect(nearestCandidate(candidates, [4.3, 52], new Set(['east']))).toBe('north')
  expect(nearestCandidate([], [4.3, 52], new Set())).toBeUndefined()
})
test('lists in the address can be empty, and a second toggle takes away', () => {
  expect(idsOf(undefined)).toEqual([])
  expect(toggled(toggled([], 'a'), 'a')).toEqual([])
})

import { expect, test } from 'vitest'
import type { Estimate, Organisation, Process, Row } from '../../api/types'
import { crisisRooms, limitingNeed, longest, measuresFor, missingBackups, nearlyFirst, sameNeedOf } from './crisis'
import { strip } from './services'

const estimate = (p50: number | null, p95: number | null = p50): Estimate => ({ mean: p50 ?? 168, standard_error: 0, p5: p50, p50, p95 }) as Estimate
const town = (id: string, name: string): Organisation => ({ id, name, kind: 'municipality', track: 'car', own_continuity: true })
const team = (organisation: string, first: Estimate, part?: string): Process => ({ id: `${organisation}/crisis-team`, organisation, first_failure_h: first, limiting: part ? [{ id: part, what: { nl: '', en: '' }, share: 1, confirmed: false }] : [] }) as unknown as Process

const rooms = crisisRooms({
  organisations: [town('GM1', 'Een'), town('GM2', 'Twee'), town('GM3', 'Drie'), { ...town('vr', 'Regio'), kind: 'safety_region' }],
  processes: [team('GM1', estimate(39)), team('GM2', estimate(0.55, 0.87), 'backups/crisis-room/GM2/electricity/b2'), team('GM3', estimate(0.57, 0.9)), team('vr', estimate(0.1)), { ...team('GM1', estimate(0)), id: 'GM1/waste' }],
})

test('the crisis room that fails first stands on top, and only municipalities count', () => {
  expect(rooms.map((room) => room.organisation.name)).toEqual(['Twee', 'Drie', 'Een'])
  expect(longest(rooms)?.organisation.name).toBe('Een')
})
test('those within the spread of the first cannot be told apart from it', () => {
  expect(nearlyFirst(rooms).map((room) => room.organisation.id)).toEqual(['GM2', 'GM3'])
  expect(nearlyFirst([])).toEqual([])
})
test('the need behind a limiting part is found from its id, and the same need of a neighbour', () => {
  const process = rooms[0]?.process as Process
  expect(limitingNeed(process)).toBe('crisis-room/GM2/electricity')
  expect(limitingNeed(team('GM9', estimate(1), 'assets/mast/1'))).toBeUndefined()
  expect(sameNeedOf('crisis-room/GM2/electricity', 'GM2', 'GM1')).toBe('crisis-room/GM1/electricity')
})
test('what a neighbour has and we have not comes after our own back-ups', () => {
  const own: Row[] = [{ id: 'n/b1', need: 'n', order: '1', kind: 'reservoir' }, { id: 'n/b2', need: 'n', order: '2', kind: 'manual' }]
  const theirs: Row[] = [{ id: 'm/b1', need: 'm', order: '1', kind: 'reservoir' }, { id: 'm/b2', need: 'm', order: '2', kind: 'generator', capacity: 'tank', source: 'layout' }]
  expect(missingBackups(own, theirs, 'n')).toEqual([{ id: 'n/extra-1', need: 'n', order: '3', kind: 'generator', capacity: 'tank', source: 'layout', confidence: 'assumption' }])
  expect(missingBackups(theirs, theirs, 'm')).toEqual([])
})
test('a measure counts when its change names this asset, or all of its kind', () => {
  const measures = [
    { id: 'named', change: 'backups: generator bij crisis-room/GM0603, GM0629 en GM1842' },
    { id: 'others', change: 'backups: manual van crisis-room/GM0629' },
    { id: 'kind', change: 'parameters: tank voor crisis-room naar 72 uur' },
    { id: 'no', change: 'resources: mobile_generator +10' },
  ]
  expect(measuresFor(measures, 'crisis-room/GM0603').map((row) => row.id)).toEqual(['named', 'kind'])
})
test('a strip of colour has one stop per run of equal hours', () => {
  expect(strip([0, 0, 1, 1])).toBe('linear-gradient(90deg, #f1f4f7 0.00% 50.00%, #8b1f2b 50.00% 100.00%)')
})

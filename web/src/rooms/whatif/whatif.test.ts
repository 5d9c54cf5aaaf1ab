import { describe, expect, test } from 'vitest'
import type { Run } from '../../api/types'
import { addGenerator, addReservoir, addTwin, changeHours, closeAsset, scaleReserve } from './edits'
import { indicators, marks } from './indicators'
import { decodePlan, emptyPlan, encodePlan, inputOf, withoutRow, withRemoved, withRows } from './plan'

describe('a plan', () => {
  const plan = { ...emptyPlan('power-72h'), name: 'Zoëtermeer – “extra”', put: [{ tabel: 'backups', rij: { id: 'n/b', need: 'n' } }] }
  test('is the same after a trip through the address, in letters an address can hold', () => {
    const text = encodePlan(plan)
    expect(text).toMatch(/^[\w-]+$/)
    expect(decodePlan(text)).toEqual(plan)
  })
  test('that is none is refused', () => {
    expect(decodePlan('%%%')).toBeUndefined()
    expect(decodePlan(btoa('{"hazard":3}'))).toBeUndefined()
    expect(decodePlan('')).toBeUndefined()
  })
  test('keeps one row per table and id, and a removed row is no longer put', () => {
    const twice = withRows(plan, [{ tabel: 'backups', rij: { id: 'n/b', need: 'm' } }])
    expect(twice.put).toEqual([{ tabel: 'backups', rij: { id: 'n/b', need: 'm' } }])
    const gone = withRemoved(twice, 'backups', 'n/b')
    expect([gone.put, gone.remove]).toEqual([[], [{ tabel: 'backups', id: 'n/b' }]])
    expect(withoutRow(gone, 'backups', 'n/b').remove).toEqual([])
    expect(withRows(gone, plan.put).remove).toEqual([])
  })
  test('sends only what was chosen', () => {
    expect(inputOf(emptyPlan('power-8h'), 'haaglanden', 'acht uur')).toEqual({ regio: 'haaglanden', naam: 'acht uur', dreiging: 'power-8h', seizoen: null, start: null, duurUren: null, herhalingen: 500 })
    expect(inputOf({ ...plan, duration: '7,5', season: 'summer' }, 'r', 'x')).toMatchObject({ duurUren: 7.5, seizoen: 'summer', naam: plan.name, aanpassing: { put: plan.put, remove: [] } })
  })
})

describe('controls', () => {
  const example = { id: 'x/b2', need: 'x', order: '2', kind: 'generator', capacity: 'tank', start_failure: 'GEN06', run: 'run', available_from: 'refuel', start_delay: '', source: 'layout', confidence: 'estimate' }
  test('a generator comes after what is there, with its own tank and the habits of the example', () => {
    const [tank, row] = addGenerator('n', [{ id: 'n/b1', order: '1' }], example, 72)
    expect(tank?.rij).toMatchObject({ low: '72', typical: '72', high: '72', distribution: 'fixed', unit: 'h' })
    expect(row?.rij).toMatchObject({ need: 'n', order: '2', kind: 'generator', capacity: tank?.rij.id, start_failure: 'GEN06', confidence: 'assumption' })
  })
  test('a battery and other hours bring a parameter of their own', () => {
    expect(addReservoir('n', [], 's', 4)[1]?.rij).toMatchObject({ kind: 'reservoir', order: '1' })
    const [hours, row] = changeHours(example, 24)
    expect([hours?.rij.typical, row?.rij.id, row?.rij.capacity]).toEqual(['24', 'x/b2', hours?.rij.id])
  })
  test('a reserve grows with every point of its shape', () => {
    expect(scaleReserve({ id: 'reserve.water', low: '0', typical: '24', high: '120', points: '0:0 0.6:24 1:168' }, 2).rij).toMatchObject({ low: '0', typical: '48', high: '240', points: '0:0 0.6:48 1:336' })
  })
  test('a closed asset is lost from the first minute to the end', () => {
    expect(closeAsset('mast/1', 'power-72h', 168, 's').rij).toMatchObject({ hazard: 'power-72h', kind: 'hit', target: 'id=mast/1', share: '1', start_h: '0', duration_h: '168' })
  })
  test('a twin has the same needs under its own name and supplies whom the first supplies', () => {
    const rows = addTwin({ asset: { id: 'mast/1', name: 'Mast' }, needs: [{ id: 'mast/1/power', of: 'assets/mast/1' }], suppliers: [{ id: '7', need: 'mast/1/power', supplier: 'assets/feed' }], backups: [{ id: 'b', need: 'mast/1/power' }], supplies: [{ id: '9', need: 'home/mobile', supplier: 'assets/mast/1' }] })
    expect(rows.map((row) => [row.tabel, row.rij.of ?? row.rij.need ?? row.rij.id, row.rij.supplier])).toEqual([
      ['assets', 'mast/1/wat-als', undefined],
      ['needs', 'assets/mast/1/wat-als', undefined],
      ['need_suppliers', 'wat-als/mast/1/power', 'assets/feed'],
      ['backups', 'wat-als/mast/1/power', undefined],
      ['need_suppliers', 'home/mobile', 'assets/mast/1/wat-als'],
    ])
  })
})

describe('marks of a comparison', () => {
  test('follow which way is better; beyond the horizon is later than any hour', () => {
    expect(marks([3, 1, 2], 'low')).toEqual(['worst', 'best', undefined])
    expect(marks([0.5, null, 30], 'high')).toEqual(['worst', 'best', undefined])
  })
  test('are absent when all are equal, alone or unknown', () => {
    expect(marks([2, 2], 'low')).toEqual([undefined, undefined])
    expect(marks([2], 'low')).toEqual([undefined])
    expect(marks([2, undefined, 3], 'low')).toEqual(['best', undefined, 'worst'])
  })
  test('are made for runs whose outcomes have not come yet', () => {
    const run = { id: 'a', kerncijfers: { persoonsurenOnvervuld: { gemiddelde: 5 }, mtpdVerwachtOverschreden: 2, rtoVerwachtGemist: 3, perBehoefte: [{ id: 'water', naam: { nl: 'Water', en: 'Water' }, meesteMensen: 4 }] } } as unknown as Run
    expect(indicators([run, { id: 'b' } as Run], [undefined, undefined], 'nl').map((row) => row.values)).toEqual([[5, undefined], [2, undefined], [3, undefined], [4, undefined]])
  })
})

import { describe, expect, test } from 'vitest'
import { changeOf, combinesOf, editsOf, emptyHazard, freeId, hazardNow, idOf, isPlainEdits, longestHit, noEdits, partsOf, renamed, stretched, unaimedShocks, withHazardCells, withNewShock, withoutShock, withShockCells, type Base } from './hazard'
import { conditionsOf, targetOf, withoutKey, withoutValue, withValue } from './target'

const hazard = { ...emptyHazard('2025-02-11T08:00', 'note'), id: 'rain', name_nl: 'Regen', name_en: 'Rain' }
const shock = (id: string, duration: string) => ({ id, hazard: 'rain', kind: 'hit', target: '', share: '1', start_h: '6', start_delay: '', duration_h: duration, duration_delay: '', magnitude: '', source: 'note', confidence: 'assumption' })
const stored: Base = { beginning: 'stored', hazard, shocks: [shock('rain/1', '12'), shock('rain/3', '24')] }
const copy: Base = { ...stored, beginning: 'copy' }
const empty: Base = { beginning: 'empty', hazard: emptyHazard('2025-02-11T08:00', 'note'), shocks: [] }
const taken = new Set(['rain', 'brand-in-delft'])

test('a name gives an id that is short, plain and not taken', () => {
  expect(idOf('  Brand in Café “De Wéél” (Delft)! ')).toBe('brand-in-cafe-de-weel-delft')
  expect(freeId('brand-in-delft', taken)).toBe('brand-in-delft-2')
  expect(freeId('', taken)).toBe('dreiging')
})

test('a stored hazard that is not touched is no change', () => {
  expect(changeOf(stored, hazardNow(stored, noEdits, taken))).toEqual({ put: [], remove: [] })
})

test('of a stored hazard only rows that differ are put, a removed shock goes, and a new one gets a free number', () => {
  const edits = withShockCells(withNewShock(withoutShock(withShockCells(noEdits, 'rain/3', { share: '0.5' }), 'rain/1')), '+1', { target: 'kind=mast' })
  const change = changeOf(stored, hazardNow(stored, edits, taken))
  expect(change.remove).toEqual([])
  expect(change.put.map((row) => [row.tabel, row.rij.id, row.rij.share, row.rij.target])).toEqual([
    ['shocks', 'rain/3', '0.5', ''],
    ['shocks', 'rain/1', '1', 'kind=mast'],
  ])
  const gone = changeOf(stored, hazardNow(stored, withoutShock(noEdits, 'rain/1'), taken))
  expect(gone).toEqual({ put: [], remove: [{ tabel: 'shocks', id: 'rain/1' }] })
})

test('a copy has an id of its own, and so have its shocks', () => {
  const now = hazardNow(copy, withHazardCells(noEdits, { name_nl: 'Brand in Delft' }), taken)
  expect(now.row.id).toBe('brand-in-delft-2')
  expect(now.shocks.map((item) => [item.row.id, item.row.hazard])).toEqual([
    ['brand-in-delft-2/1', 'brand-in-delft-2'],
    ['brand-in-delft-2/2', 'brand-in-delft-2'],
  ])
  expect(changeOf(copy, now).put).toHaveLength(3)
})

test('an empty beginning holds nothing until a shock is added; removing it leaves nothing behind', () => {
  const one = withNewShock(noEdits)
  expect(hazardNow(empty, one, taken).shocks.map((item) => item.row.id)).toEqual(['dreiging/1'])
  expect(withoutShock(withShockCells(one, '+1', { share: '0' }), '+1')).toEqual(noEdits)
  expect(isPlainEdits(one)).toBe(false)
})

test('a combination has no shocks of its own, and those that were stored go', () => {
  const edits = withHazardCells(noEdits, { family: 'combination', combines: combinesOf([{ hazard: 'heat@home', from: '' }, { hazard: 'power-8h', from: '12' }]) })
  const now = hazardNow(stored, edits, taken)
  expect(now.row.combines).toBe('heat@home@0 power-8h@12')
  expect(partsOf(now.row.combines ?? '')).toEqual([{ hazard: 'heat@home', from: '0' }, { hazard: 'power-8h', from: '12' }])
  expect(changeOf(stored, now).remove.map((row) => row.id)).toEqual(['rain/1', 'rain/3'])
})

test('stretching makes the longest hit last as long as asked, and moves starts along, in whole minutes', () => {
  const now = hazardNow(stored, noEdits, taken)
  expect(longestHit(now.shocks)).toBe(24)
  // Load shedding turns down and takes nothing away: 6 to 30 hours is what lasts.
  expect(longestHit(now.shocks.map((item) => ({ ...item, row: { ...item.row, kind: 'derate' } })))).toBe(24)
  expect(longestHit(now.shocks.map((item, at) => ({ ...item, row: { ...item.row, kind: 'derate', start_h: String(6 + 30 * at) } })))).toBe(54)
  const longer = hazardNow(stored, stretched(noEdits, now.shocks, 36), taken)
  expect(longer.shocks.map((item) => [item.row.start_h, item.row.duration_h])).toEqual([
    ['9', '18'],
    ['9', '36'],
  ])
  expect(stretched(noEdits, [], 36)).toBe(noEdits)
})

describe('what stands in an address', () => {
  test('is read back when it is what was written', () => {
    const edits = withNewShock(withHazardCells(noEdits, { season: 'summer' }))
    expect(editsOf(JSON.parse(JSON.stringify(edits)))).toEqual(edits)
  })
  test('and is nothing when somebody made something of it', () => {
    for (const odd of [undefined, null, 3, [], {}, { ...noEdits, added: [1] }, { ...noEdits, hazard: { id: 4 } }, { ...noEdits, shocks: { a: [] } }]) expect(editsOf(odd)).toBeUndefined()
  })
})

test('a target is conditions, and what is none stays text', () => {
  const conditions = conditionsOf(' kind = mv_feeding_area ; municipality=GM0503|GM0603')
  expect(conditions).toEqual([{ key: 'kind', values: ['mv_feeding_area'] }, { key: 'municipality', values: ['GM0503', 'GM0603'] }])
  expect(targetOf(conditions ?? [])).toBe('kind=mv_feeding_area; municipality=GM0503|GM0603')
  expect(conditionsOf('')).toEqual([])
  for (const odd of ['kind', 'colour=red', 'kind=', 'kind=a; kind=b', 'kind=a||b']) expect(conditionsOf(odd)).toBeUndefined()
  const more = withValue(withValue(conditions ?? [], 'municipality', 'GM0603'), 'id', 'mast/1')
  expect(targetOf(more)).toBe('kind=mv_feeding_area; municipality=GM0503|GM0603; id=mast/1')
  expect(targetOf(withoutValue(withoutValue(more, 'id', 'mast/1'), 'municipality', 'GM0503'))).toBe('kind=mv_feeding_area; municipality=GM0603')
  expect(targetOf(withoutKey(more, 'municipality'))).toBe('kind=mv_feeding_area; id=mast/1')
})

test('an event without a target that nobody left so on purpose says that it hits everything', () => {
  const edits = withShockCells(withNewShock(noEdits), 'rain/1', { target: '' })
  expect([...unaimedShocks(stored, hazardNow(stored, edits, taken).shocks)]).toEqual(['+1'])
  const aimed: Base = { ...stored, shocks: [{ ...shock('rain/1', '12'), target: 'kind=mast' }] }
  expect([...unaimedShocks(aimed, hazardNow(aimed, withShockCells(noEdits, 'rain/1', { target: '' }), taken).shocks)]).toEqual(['rain/1'])
})

test('the English name follows the Dutch one until it is given one of its own; a stored one keeps its own', () => {
  const first = renamed(copy, copy.hazard, 'Brand')
  expect(first).toEqual({ name_nl: 'Brand', name_en: 'Brand' })
  expect(renamed(copy, { ...copy.hazard, ...first }, 'Brand in Delft').name_en).toBe('Brand in Delft')
  expect(renamed(copy, { ...copy.hazard, name_nl: 'Brand', name_en: 'Fire' }, 'Brand in Delft')).toEqual({ name_nl: 'Brand in Delft' })
  expect(renamed(stored, stored.hazard, 'Stortbui')).toEqual({ name_nl: 'Stortbui' })
})

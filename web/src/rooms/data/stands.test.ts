import { expect, test } from 'vitest'
import type { ChangeHead, Difference } from '../../api/types'
import { differenceQuery, instantOf, linesOf, localOf, shownValue, spanOf } from './stands'

const heads = [{ nummer: 3, tijdstip: '2026-03-02T09:00:00Z' }, { nummer: 2, tijdstip: '2026-03-01T09:00:00Z' }] as ChangeHead[]

test('every cell that changed has a line, and every row that came or went', () => {
  const difference: Difference = {
    van: 1,
    tot: 2,
    rijenWeggelaten: false,
    telling: { toegevoegd: 1, verwijderd: 1, gewijzigd: 1 },
    tabellen: [{ naam: 'assets', toegevoegd: [{ id: 'n', name: 'Nieuw', lat: '' }], verwijderd: [{ id: 'o', name: 'Oud' }], gewijzigd: [{ id: 'a', cellen: [{ kolom: 'lat', van: '52', naar: '53' }, { kolom: 'lon', van: '4', naar: '5' }] }] }],
  }
  expect(linesOf(difference).map((line) => [line.row, line.what, line.column, line.from, line.to])).toEqual([
    ['a', 'changed', 'lat', '52', '53'],
    ['a', 'changed', 'lon', '4', '5'],
    ['n', 'added', '', '', 'name: Nieuw'],
    ['o', 'removed', '', 'name: Oud', ''],
  ])
})
test('without a choice the last change is shown, of an empty region nothing', () => {
  expect(spanOf({}, heads, '')).toEqual({ by: 'wijziging', from: '2', to: '3' })
  expect(spanOf({ van: '0', tot: '1' }, heads, '')).toEqual({ by: 'wijziging', from: '0', to: '1' })
  expect(spanOf({}, [], '')).toEqual({ by: 'wijziging', from: '0', to: '0' })
})
test('moments are local on screen and instants in the question', () => {
  expect(localOf(instantOf('2026-03-01T10:15') ?? '')).toBe('2026-03-01T10:15')
  expect(instantOf('2026-03')).toBeUndefined()
  expect(instantOf('2026-13-41T10:15')).toBeUndefined()
  expect(differenceQuery({ by: 'tijd', from: '2026-03-01T10:15', to: '' })).toBeUndefined()
  const span = spanOf({ op: 'tijd' }, heads, '2026-03-03T12:00:00Z')
  expect(differenceQuery(span)).toEqual({ vanTijdstip: '2026-03-01T09:00:00.000Z', totTijdstip: '2026-03-03T12:00:00.000Z' })
  expect(differenceQuery({ by: 'wijziging', from: '1', to: '2' })).toEqual({ van: '1', tot: '2' })
})
test('decimals have the comma of the reader; codes and what is empty do not', () => {
  expect(['4.319', '4', 'GM0603', '1.2.3', ''].map((value) => shownValue(value, 'nl'))).toEqual(['4,319', '4', 'GM0603', '1.2.3', '–'])
})

import { expect, test } from 'vitest'
import { draftedRow, dropRow, editRow, emptyDraft, errorsByCell, isEmpty, isRemoved, removeRow } from './draft'
import { typed } from './import-panel'

test('a row is in a draft once: edited, removed or not at all', () => {
  const edited = editRow(editRow(emptyDraft, 'assets', { id: 'a', name: 'A' }), 'assets', { id: 'a', name: 'B' })
  expect(draftedRow(edited, 'assets', 'a')?.name).toBe('B')
  expect(edited.put.length).toBe(1)
  const removed = removeRow(edited, 'assets', 'a')
  expect([removed.put.length, isRemoved(removed, 'assets', 'a')]).toEqual([0, true])
  expect(isEmpty(dropRow(removed, 'assets', 'a'))).toBe(true)
})
test('rows of two tables with the same id are two rows', () => {
  const draft = editRow(editRow(emptyDraft, 'assets', { id: 'a' }), 'zones', { id: 'a' })
  expect(draft.put.length).toBe(2)
  expect(dropRow(draft, 'zones', 'a').put.map((item) => item.tabel)).toEqual(['assets'])
})
test('errors stand by table, row and column; two of one cell stand together', () => {
  const found = errorsByCell([
    { name: 'lon', tabel: 'assets', rij: 'a', kolom: 'lon', reason: 'geen getal.' },
    { name: 'lon', tabel: 'assets', rij: 'a', kolom: 'lon', reason: 'buiten Nederland.' },
    { name: 'wie', reason: 'ontbreekt.' },
  ])
  expect(found.get('assets/a/lon')).toBe('geen getal. buiten Nederland.')
  expect(found.get('//wie')).toBe('ontbreekt.')
})
test('a file gets the type its name says, and another kind is refused', () => {
  expect(typed(new File(['x'], 'Assets.CSV'))?.type).toBe('text/csv')
  expect(typed(new File(['x'], 'assets.xlsx'))?.type).toContain('spreadsheetml')
  expect(typed(new File(['x'], 'assets.ods'))).toBeUndefined()
})

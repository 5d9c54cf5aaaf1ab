import { expect, test } from 'vitest'
import { borderLines, bordersOf, middlesOf } from './towns'

/** A square of one by one with its lower left corner at a place; `turned`: drawn against the clock. */
const square = (id: string, gemeente: string, x: number, y: number, turned = false): GeoJSON.Feature => {
  const ring = [[x, y], [x, y + 1], [x + 1, y + 1], [x + 1, y], [x, y]]
  return { type: 'Feature', id, geometry: { type: 'Polygon', coordinates: [turned ? ring.reverse() : ring] }, properties: { gemeente } }
}
// Two areas of A side by side, one of B to the right of them.
const row = [square('1', 'A', 0, 0), square('2', 'A', 1, 0, true), square('3', 'B', 2, 0)]

test('a border lies between municipalities or at the edge, never within one', () => {
  const borders = bordersOf(row)
  expect(borders).toHaveLength(9)
  const inner = borders.filter((border) => border.path.every(([x]) => x === 1))
  expect(inner).toEqual([])
  expect(borders.filter((border) => border.between.length === 2).map((border) => border.path.map(([x]) => x))).toEqual([[2, 2]])
})

test('the borders of the chosen municipality stand out and lie on top, also the one it shares', () => {
  const lines = borderLines(bordersOf(row), 'B')
  expect(lines.map((line) => line.width > 2)).toEqual([false, false, false, false, false, true, true, true, true])
  expect(borderLines(bordersOf(row), undefined).every((line) => line.width < 2)).toBe(true)
})

test('the middle of a municipality is that of its areas by size, whichever way they are drawn', () => {
  const middles = middlesOf([...row, { type: 'Feature', geometry: { type: 'Point', coordinates: [9, 9] }, properties: {} }])
  expect(middles.get('A')?.map((value) => Number(value.toFixed(6)))).toEqual([1, 0.5])
  expect(middles.get('B')?.map((value) => Number(value.toFixed(6)))).toEqual([2.5, 0.5])
  expect(middles.size).toBe(2)
})

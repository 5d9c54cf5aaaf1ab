import { expect, test } from 'vitest'
import type { Estimate, HazardFigures } from '../../api/types'
import { marksOf, valueOf, worstFirst } from './comparison'

const estimate = (mean: number | null) => ({ mean }) as Estimate
const row = (id: string, unmet: number, late: number, recovered: number | null, refused = false) =>
  ({ id, refused: refused ? { nl: 'kan niet', en: 'cannot' } : null, unmet_person_hours: estimate(unmet), worst_needs: estimate(5), worst_dark: estimate(5), processes_too_late: estimate(late), recovered_h: estimate(recovered) }) as HazardFigures

const rows = [row('rain', 10, 2, 20), row('power', 90, 2, null), row('heat', 40, 0, 30), row('odd', 999, 999, 999, true)]

test('the worst hazard comes first, and one that could not be run is no hazard of the chart', () => {
  expect(worstFirst(rows, 'unmet').map((item) => item.id)).toEqual(['power', 'heat', 'rain'])
  expect(worstFirst(rows, 'recovered').map((item) => item.id)).toEqual(['heat', 'rain'])
})

test('a hazard that takes no electricity away has no hour of its return', () => {
  const kept = { ...row('digital', 5, 1, 0), recovered_h: null } as HazardFigures
  expect(valueOf(kept, 'recovered')).toBeNull()
  expect(worstFirst([...rows, kept], 'recovered').map((item) => item.id)).toEqual(['heat', 'rain'])
  expect(marksOf([...rows, kept]).get('digital')?.recovered).toBeUndefined()
})

test('mildest and worst are marked by measure; equals share a mark, and where all are equal there is none', () => {
  const marked = marksOf(rows)
  expect([...marked].map(([id, of]) => [id, of.unmet, of.late, of.needs])).toEqual([
    ['rain', 'best', 'worst', undefined],
    ['power', 'worst', 'worst', undefined],
    ['heat', undefined, 'best', undefined],
  ])
  expect(marked.has('odd')).toBe(false)
  expect(valueOf(rows[3] as HazardFigures, 'unmet')).toBeNull()
})

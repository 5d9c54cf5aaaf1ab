import { expect, test } from 'vitest'
import { areaQuery, areaShares, assetShares, meanSoFar, valueAt, viewOf } from './view'

const needs = ['water', 'warmth']
const groups = ['all', 'over_65']
const services = ['electricity', 'mobile']

test('an address without choices shows unmet warmth, now, of one run', () => {
  expect(viewOf({}, needs, groups, services)).toEqual({ layer: 'behoefte', need: 'warmth', kind: 'unmet', span: 'nu', group: 'over_65', service: 'mobile', place: undefined, other: undefined, comparison: 'een' })
})
test('a choice the region does not know falls back, and a second run is shown beside the first', () => {
  const view = viewOf({ laag: 'nergens', behoefte: 'goud', met: 'r2', beeld: 'verschil' }, needs, groups, services)
  expect([view.layer, view.need, view.comparison]).toEqual(['behoefte', 'warmth', 'verschil'])
  expect(viewOf({ met: 'r2' }, needs, groups, services).comparison).toBe('naast')
})
test('so far is the mean over the hours that have passed', () => {
  // Hours 0 and 1 with 0 and 10 of 20 people: after two hours they missed it a quarter of the time.
  const series = [0, 10, 20]
  expect(meanSoFar(series, 2)).toBe(5)
  expect(meanSoFar(series, 0)).toBe(0)
  expect(valueAt(series, 2, 'nu')).toBe(20)
  const areas = { behoefte: 'warmth', soort: 'unmet' as const, uren: 3, gebieden: [{ id: 'a', naam: 'A', gemeente: null, inwoners: 20, gemiddelde: series }] }
  expect(areaShares(areas, 2, 'totnu').get('a')).toBe(0.25)
  expect(areaShares(areas, 2, 'nu').get('a')).toBe(1)
})
test('an area without residents has a share of nothing', () => {
  const areas = { behoefte: 'warmth', soort: 'unmet' as const, uren: 1, gebieden: [{ id: 'a', naam: 'A', gemeente: null, inwoners: 0, gemiddelde: [0] }] }
  expect(areaShares(areas, 0, 'nu').get('a')).toBe(0)
})
test('chances of assets come in whole per cents', () => {
  expect(assetShares({ dienst: 'mobile', uren: 1, objecten: [{ id: 'm', kans: [37] }] }, 0, 'nu').get('m')).toBe(0.37)
})
test('of a group the areas are asked for its members, of a need for everyone and what counts', () => {
  expect(areaQuery(viewOf({ laag: 'groep', groep: 'over_65', soort: 'without' }, needs, groups, services))).toEqual({ behoefte: 'warmth', groep: 'over_65' })
  expect(areaQuery(viewOf({ soort: 'without' }, needs, groups, services))).toEqual({ behoefte: 'warmth', soort: 'without' })
})
test('everyone is no choice among the groups', () => {
  expect(viewOf({ groep: 'all' }, needs, groups, services).group).toBe('over_65')
  expect(viewOf({}, needs, ['all'], services).group).toBe('')
})

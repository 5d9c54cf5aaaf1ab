import { expect, test } from 'vitest'
import type { Backtest, Consequence, DecisionAt, DecisionClock, Estimate, Evidence, HelpNeed, Operations, ReachPlan, Results } from '../../api/types'
import { costOfWaiting, countCoverage, coverageOf, emptyDay, evidenceFound, gravestOf, helpShares, mostDifferent, latestOf, latestOrder, peakHour, restsOf, tracksOf, trucksOf, uncoveredFirst, unitOf, webSource, worstMisses, worthAgreeing } from './figures'

const consequence = (id: string, coverage: Consequence['coverage'], from: number | null, track = 'car') => ({ id, coverage, track, occurs: coverage !== null, from_h: from }) as Consequence
const mean = (value: number | null) => ({ mean: value }) as Estimate

test('a consequence that does not occur needs no plan, and the uncovered come first', () => {
  const items = [consequence('absent', null, null), consequence('covered', 'covered', 0), consequence('late', 'none', 7), consequence('partly', 'partly', 1), consequence('early', 'none', 2, 'national')]
  expect(items.map(coverageOf)).toEqual(['absent', 'covered', 'none', 'partly', 'none'])
  expect(uncoveredFirst(items).map((item) => item.id)).toEqual(['early', 'late', 'partly', 'covered', 'absent'])
  expect(countCoverage(items, 'none')).toBe(2)
  expect(tracksOf(items)).toEqual(['car', 'national'])
})

test('the latest minute of a decision is an hour, too late, to the end, without a call, or not needed', () => {
  const at: DecisionAt = { needed: 1, latest_95_h: 'never', latest_50_h: 1.25, agreed_95_h: 'end', agreed_50_h: null, lost_per_hour: 3 }
  expect(latestOf(at, 95)).toEqual({ kind: 'never' })
  expect(latestOf(at, 50)).toEqual({ kind: 'hour', hour: 1.25 })
  expect(latestOf(at, 95, true)).toEqual({ kind: 'end' })
  expect(latestOf(at, 50, true)).toEqual({ kind: 'no_call' })
  expect(latestOf({ ...at, needed: 0 }, 50)).toEqual({ kind: 'unneeded' })
  expect([latestOf(at, 95), latestOf(at, 50), latestOf(at, 95, true), latestOf(at, 50, true)].map(latestOrder)).toEqual([-1, 1.25, 1e6, null])
})

test('help is told as shares of the need before help, and not where nobody missed anything', () => {
  const hours = (unmet: number) => ({ person_hours: { unmet: mean(unmet), neighbours: mean(50), volunteers: mean(10), points: mean(20), left: mean(20) } }) as HelpNeed
  expect(helpShares(hours(100))).toEqual({ neighbours: 0.5, volunteers: 0.1, points: 0.2, left: 0.2 })
  expect(helpShares(hours(0))).toBeUndefined()
})

test('waiting costs what sending at once would have reached more', () => {
  const plan = { not_before: [{ send_h: 0, reached: 100 }, { send_h: 1, reached: 70 }, { send_h: null, reached: 1 }] } as ReachPlan
  expect(costOfWaiting(plan)).toEqual([
    { send: 0, reached: 100, lost: 0 },
    { send: 1, reached: 70, lost: 30 },
  ])
})

test('the peak is the first of the greatest values', () => {
  expect(peakHour([0, null, 5, 5, 1])).toBe(2)
  expect(peakHour([])).toBe(0)
})

test('the stock is empty on the first day that ends without any', () => {
  const operations = (...stock: number[]) => ({ days: stock.map((litres, index) => ({ day: index + 1, stock_l: mean(litres) })) }) as Operations
  expect(emptyDay(operations(10, 0, 0))).toBe(2)
  expect(emptyDay(operations(10, 5))).toBeUndefined()
})

test('trucks stand in the order of their number', () => {
  const stop = (truck: string) => ({ truck }) as Operations['plan'][number]
  expect(trucksOf([stop('10'), stop('2'), stop('10')])).toEqual(['2', '10'])
})

test('the worst misses are those the results name, in their order', () => {
  const observations = ['a', 'b', 'c'].map((id) => ({ case: id }))
  expect(worstMisses({ observations, worst: [2, 0, 9] } as Backtest).map((row) => row.case)).toEqual(['c', 'a'])
})

test('a value is read by the first word of its observable, and only a web address becomes a link', () => {
  expect(['share_mobile_sites_down', 'hours_to_full_restoration', 'calls_112_factor_peak'].map(unitOf)).toEqual(['share', 'hours', 'number'])
  expect(webSource('http://www.ad.nl/x')).toEqual({ href: 'http://www.ad.nl/x', host: 'ad.nl' })
  expect(webSource('El Pais 2025-05-05')).toBeUndefined()
  expect(webSource('javascript:alert(1)')).toBeUndefined()
})

test('a figure is found by all the words, by confidence, and when nothing uses it', () => {
  const figure = (id: string, zekerheid: string, aantalGebruikt: number, plaats: string) => ({ id, onderwerp: 'Zendmast', naam: 'duur van de accu', bron: 'Operator', zekerheid, aantalGebruikt, gebruik: [{ plaats, rijen: aantalGebruikt }] }) as unknown as Evidence['onderbouwingen'][number]
  const all = [figure('TEL01', 'published', 3, 'backups.capacity'), figure('TEL02', 'assumption', 0, 'from:TEL01')]
  const ids = (...asked: [string, string?, boolean?]) => evidenceFound(all, asked[0], asked[1], asked[2] ?? false).map((item) => item.id)
  expect(ids('')).toEqual(['TEL01', 'TEL02'])
  expect(ids('zendmast ACCU')).toEqual(['TEL01', 'TEL02'])
  expect(ids('zendmast pomp')).toEqual([])
  expect(ids('backups')).toEqual(['TEL01'])
  expect(ids('', 'assumption')).toEqual(['TEL02'])
  expect(ids('', undefined, true)).toEqual(['TEL02'])
})

test('an order is worth agreeing on when nobody having to call makes it work longer', () => {
  const at = (latest: number | 'never' | 'end' | null, agreed: number | 'never' | 'end' | null, needed = 1): DecisionAt => ({ needed, latest_95_h: latest, latest_50_h: latest, agreed_95_h: agreed, agreed_50_h: agreed, lost_per_hour: 1 })
  const decision = (id: string, kind: string, outage: DecisionAt, through = true) => ({ id, kind, through: through ? { nl: 'telefoon', en: 'telephone' } : null, outages: [at('never', 'never'), outage] })
  const clock = {
    outages: [{}, {}],
    decisions: [decision('late', 'opening', at('never', 14)), decision('same', 'fuel', at(2, 2)), decision('end', 'relief', at(2, 'end')), decision('hopeless', 'fuel', at('never', 'never')), decision('warning', 'warning', at(1, 5)), decision('agreed', 'fuel', at(null, 5), false), decision('unneeded', 'fuel', at(1, 5, 0))],
  } as unknown as DecisionClock
  expect(worthAgreeing(clock).map((item) => item.decision.id)).toEqual(['late', 'end'])
})

test('what a harm rests on is read figure by figure; other words stay as they are', () => {
  expect(restsOf('CAR08: 0.15 – 0.28 – 0.4 fraction above normal (ev-car08); nothing known')).toEqual([
    { text: 'CAR08: 0.15 – 0.28 – 0.4 fraction above normal (ev-car08)', figure: { id: 'CAR08', low: 0.15, typical: 0.28, high: 0.4, unit: 'fraction above normal' } },
    { text: 'nothing known' },
  ])
})

test('the hour that tells most is the one at which areas differ most; alike everywhere it is the first', () => {
  const area = (gemiddelde: (number | null)[]) => ({ gemiddelde })
  expect(mostDifferent([area([1, 0.2, 0.5]), area([1, 0.9, 0.6])], 3)).toBe(1)
  expect(mostDifferent([area([1, null]), area([1, null])], 2)).toBe(0)
})

test('the gravest class is the highest that is reached, with all criteria that reach it; without a scale there is none', () => {
  const criterion = (code: string, letter: string | null) => ({ code, national_class: letter }) as Results['criteria'][number]
  const found = gravestOf([criterion('2.3', 'D'), criterion('3.1', 'C'), criterion('5.1', 'D'), criterion('6.1', null)])
  expect(found?.letter).toBe('D')
  expect(found?.criteria.map((item) => item.code)).toEqual(['2.3', '5.1'])
  expect(gravestOf([criterion('6.1', null)])).toBeUndefined()
  expect(gravestOf([])).toBeUndefined()
})

import { expect, test } from 'vitest'
import type { MeasurePlan, MeasureRow, MeasureScenario, Row } from '../../api/types'
import { bearing, byShare, changedSince, differenceOf, frontLines, gone, isPlayed, keptOf, kindsOf, largestRegret, leftAfter, packageChange, paidByOthers, payerSum, perThousand, roomAbove, rulesFinding, sameMembers, scenarioLines, search, sharePlanSaves, shareSaved, sortingOf, spanOf, standingOf, stepsOf, textOfSorting, ticksOf, unitOf, unsure, withWeight } from './money'

const measure = (id: string, rest: Partial<MeasureRow> = {}): MeasureRow =>
  ({ id, name: { nl: `Maatregel ${id}`, en: `Measure ${id}` }, owner: 'Brandweer', payer: 'VRH', task: '', change: '', track: 'car', pillar: 3, phase: 'before', cost_once_eur: 100, cost_year_eur: 0, lead_time_months: 6, cost_eur: 100, expressed: true, asked: true, worth: null, year: null, ...rest }) as MeasureRow
const scenario = (id: string, value: number, first_year: string[], budget: number[], value_after_first_year: number | null): MeasureScenario => ({ id, value, first_year, budget, value_after_first_year })

test('the value of a plan is in the unit of its rule', () => {
  expect(['person-hours', 'tail', 'worst-municipality', 'regret', 'continuity'].map(unitOf)).toEqual(['hours', 'hours', 'share', 'share', 'processes'])
})

test('a measure is in the plan, left out, paid by others, or not in the model; the plan goes first', () => {
  expect([measure('a', { year: 2025, expressed: false }), measure('b'), measure('c', { asked: false }), measure('d', { expressed: false, asked: false })].map(standingOf)).toEqual(['chosen', 'left', 'others', 'silent'])
})

test('years without money of their own do not count as money, and a payer without any has none', () => {
  const year = (asked: number, available: number | null, gap: number) => ({ year: 2025, asked, available, gap })
  expect(payerSum({ years: [year(10, 20, 0), year(30, null, 10)] })).toEqual({ asked: 40, available: 20, gap: 10 })
  expect(payerSum({ years: [year(5, null, 5)] }).available).toBeNull()
})

test('what a year leaves is added up, and a dear year draws from it', () => {
  expect(leftAfter([{ budget: 640, cost: 590 }, { budget: 1280, cost: 1320 }, { budget: 0, cost: 30 }])).toEqual([50, 10, -20])
})

test('what others pay of a year does not come out of its budget', () => {
  const years = [{ budget: 640, cost: 690, others: 100 }, { budget: 1280, cost: 1280 }]
  expect([leftAfter(years), paidByOthers(years)]).toEqual([[50, 50], 100])
})

test('two lists differ both ways, in their own order', () => {
  expect(differenceOf(['a', 'b', 'c'], ['d', 'c', 'e'])).toEqual({ added: ['d', 'e'], dropped: ['a', 'b'] })
  expect([sameMembers(['a', 'b'], ['b', 'a']), sameMembers(['a'], ['a', 'b'])]).toEqual([true, false])
})

test('money scenarios are held beside the announced one; what cannot be kept up has no regret in hours', () => {
  const lines = scenarioLines([scenario('announced', 100, ['a', 'b'], [10, 20], 100), scenario('cut', 75, ['b'], [10, 0], null), scenario('high', 120, ['a', 'b', 'c'], [20, 30], 110)])
  expect(lines.map((line) => [line.money, line.lost, line.lostShare, line.regret])).toEqual([[30, null, null, 0], [10, 25, 0.25, null], [50, -20, -0.2, 10]])
  expect(lines[1]?.first).toEqual({ added: [], dropped: ['a'] })
  expect(lines[2]?.first).toEqual({ added: ['c'], dropped: [] })
})

test('without an announced scenario nothing is called lost', () => {
  expect(scenarioLines([scenario('cut', 75, [], [1], 75)])[0]).toMatchObject({ lost: null, lostShare: null, first: { added: [], dropped: [] } })
})

test('the front goes up by budget, and gains count the money that there is, not what is spent of it; the same budget has none', () => {
  const point = (share: number, cost: number, value: number) => ({ share, budget: share * 10000, cost, value, measures: 1 })
  expect(frontLines([point(1, 4000, 50), point(0.5, 2000, 40), point(2, 4000, 70), point(2, 4000, 70)]).map((line) => [line.share, line.gain])).toEqual([[0.5, 8], [1, 2], [2, 2], [2, null]])
})

test('regret is the largest over hazards', () => {
  expect(largestRegret({ regret: [0.01, 0.2, 0] })).toBe(0.2)
  expect(largestRegret({ regret: [] })).toBeNull()
})

test('municipalities go by the share that is taken away, and one that bears nothing has none', () => {
  const place = (id: string, borne_h: number, saved_h: number) => ({ id, borne_h, saved_h }) as MeasurePlan['municipalities'][number]
  expect(byShare([place('a', 100, 5), place('b', 10, 5), place('c', 0, 0)]).map((item) => item.id)).toEqual(['b', 'a', 'c'])
  expect(shareSaved({ borne_h: 0, saved_h: 0 })).toBe(0)
})

test('a search needs every word, in either language, and all choices hold at once', () => {
  const none = { text: '', track: '', pillar: '', phase: '', standing: '' }
  const all = [measure('pump', { pillar: 1, task: 'Brandstof' }), measure('radio', { track: 'provider' }), measure('water', { year: 2026 })]
  const ids = (choice: Partial<typeof none>) => search(all, { ...none, ...choice }).map((item) => item.id)
  expect(ids({})).toEqual(['pump', 'radio', 'water'])
  expect(ids({ text: 'BRANDSTOF pump' })).toEqual(['pump'])
  expect(ids({ text: 'pump radio' })).toEqual([])
  expect(ids({ text: 'measure', track: 'car', standing: 'left' })).toEqual(['pump'])
  expect(ids({ pillar: '3', standing: 'chosen' })).toEqual(['water'])
})

test('hours per thousand euros need a worth and a cost', () => {
  const worth = { unmet_h: { value: 500, se: 1 } } as NonNullable<MeasureRow['worth']>
  expect([measure('a', { worth, cost_eur: 2000 }), measure('b', { worth, cost_eur: 0 }), measure('c')].map(perThousand)).toEqual([250, null, null])
})

test('a cost that was changed in the tables since the run is noticed, as are new and removed measures', () => {
  const row = (id: string, once: string): Row => ({ id, cost_once_eur: once, cost_year_eur: '0', lead_time_months: '6' })
  expect(changedSince([measure('a'), measure('b'), measure('c')], [row('a', '100'), row('b', '120'), row('d', '1')])).toEqual(['b', 'c', 'd'])
})

test('how a table is sorted goes into the address and comes back', () => {
  for (const text of ['once', '-once']) expect(textOfSorting(sortingOf(text) ?? { key: '', down: false })).toBe(text)
  expect(sortingOf(undefined)).toBeUndefined()
})

test('a map shows hours for each resident, on one scale before and after', () => {
  const places = [{ id: 'a', name: 'A', borne_h: 100, saved_h: 40 }, { id: 'b', name: 'B', borne_h: 10, saved_h: 0 }, { id: 'c', name: 'C', borne_h: 5, saved_h: 1 }] as MeasurePlan['municipalities']
  const each = bearing(places, [{ id: 'a', residents: 10 }, { id: 'b', residents: 5 }, { id: 'c', residents: 0 }])
  expect(each.map((place) => [place.id, place.before, place.after])).toEqual([['a', 10, 6], ['b', 2, 2]])
})

test('a scale of a map starts at nothing, so that a tenth less looks like a tenth less', () => {
  const scale = stepsOf([346, 308])
  expect(scale.bounds[0]).toBe(0)
  expect([scale.width, scale.bounds.length, scale.most]).toEqual([25, 14, 350])
  expect([0, 24.9, 25, 308, 346].map(scale.step)).toEqual([0, 0, 1, 12, 13])
  expect(stepsOf([0, 0]).step(0)).toBe(0)
})

test('classes of a map are round and few: what lies on a bound starts the next class, and the largest has a class of its own', () => {
  for (const largest of [0.07, 0.9, 1, 16, 43.9, 361.6, 400, 1234, 5e6]) {
    const scale = stepsOf([largest, largest / 3])
    expect(scale.bounds.length).toBeLessThanOrEqual(16)
    expect(scale.bounds.length).toBeGreaterThan(5)
    expect(scale.most).toBeGreaterThan(largest)
    expect(scale.step(largest)).toBe(scale.bounds.length - 1)
    expect([1, 2, 2.5, 5]).toContain(Number((scale.width / 10 ** Math.floor(Math.log10(scale.width * 1.0001))).toFixed(6)))
  }
  expect(stepsOf([40, 39.9]).bounds.map((bound) => stepsOf([40, 39.9]).step(bound))).toEqual(stepsOf([40, 39.9]).bounds.map((_, index) => index))
})

test('beside a scale stands a handful of its bounds, from nothing', () => {
  expect(ticksOf(stepsOf([361.6]))).toEqual([0, 100, 200, 300])
  expect(ticksOf(stepsOf([43.9]))).toEqual([0, 10, 20, 30, 40])
  expect(ticksOf(stepsOf([0]))).toEqual([0, 1])
})

test('what a plan takes away of all that is borne, and where least and most', () => {
  const places = [{ borne_h: 100, saved_h: 20 }, { borne_h: 300, saved_h: 20 }]
  expect(sharePlanSaves(places)).toBe(0.1)
  expect(sharePlanSaves([])).toBe(0)
  expect(gone({ before: 10, after: 6 })).toBe(4)
  expect(spanOf([{ name: 'a', value: 3 }, { name: 'b', value: 1 }, { name: 'c', value: 2 }])).toEqual({ low: { name: 'b', value: 1 }, high: { name: 'a', value: 3 } })
})

test('other rules in a few figures: how many choose otherwise, and what they save', () => {
  const rule = (id: string, hours: number, measures: string[]) => ({ rule: id, measures, worth: { unmet_h: { value: hours, se: 1 } } })
  const plan = { rule: 'person-hours', rules: [rule('person-hours', 44, ['a', 'b']), rule('tail', 43, ['b', 'a']), rule('continuity', 10, ['c'])] } as unknown as MeasurePlan
  expect(rulesFinding(plan)).toEqual({ others: 2, unlike: 1, own: 44, low: 10, high: 43 })
  expect(rulesFinding({ ...plan, rules: plan.rules.slice(0, 1) })).toBeUndefined()
  expect(rulesFinding({ ...plan, rules: [] })).toBeUndefined()
})

test('one plan beside another: what comes in, what falls away, what begins in another year', () => {
  const plan = (...years: string[][]) => ({ years: years.map((measures, index) => ({ year: 2025 + index, measures })) }) as unknown as MeasurePlan
  expect(packageChange(plan(['a', 'b'], ['c']), plan(['b', 'c'], ['d']))).toEqual({ added: ['d'], dropped: ['a'], moved: [{ id: 'c', from: 2026, to: 2025 }] })
  expect(packageChange(plan(['a']), plan(['a']))).toEqual({ added: [], dropped: [], moved: [] })
})

test('a measure of the first year names the money with which it would not begin; of later years nothing is said', () => {
  const plan = { years: [{ measures: ['a', 'b'] }, { measures: ['c'] }], scenarios: [scenario('announced', 9, ['a', 'b'], [1], 9), scenario('cut', 5, ['b'], [1], 5), scenario('stops', 4, ['a'], [1], 4)] } as unknown as MeasurePlan
  expect(['a', 'b', 'c'].map((id) => unsure(plan, id))).toEqual([['cut'], ['stops'], []])
})

test('results that name what falls away of the whole plan are taken at their word', () => {
  const told = { ...scenario('cut', 5, ['b'], [1], 5), lost: ['c'], instead: ['d'] }
  const plan = { years: [{ measures: ['a', 'b'] }, { measures: ['c'] }], scenarios: [scenario('announced', 9, ['a', 'b'], [1], 9), told] } as unknown as MeasurePlan
  expect(['a', 'c'].map((id) => unsure(plan, id))).toEqual([[], ['cut']])
  expect(scenarioLines(plan.scenarios).map((line) => line.whole)).toEqual([undefined, { added: ['d'], dropped: ['c'] }])
  // What begins and cannot be kept up is told as that, not once more as fallen away.
  expect(scenarioLines([{ ...told, lost: ['a', 'c'], dropped: ['a'], later: ['b'] }])[0]).toMatchObject({ whole: { added: ['d'], dropped: ['c'] }, unkept: ['a'], later: ['b'] })
  expect([isPlayed([]), isPlayed([{ value: 1 }]), isPlayed([{ value: 1, surrogate: 2 }])]).toEqual([false, false, true])
})

test('processes of one kind are one line, by the name of the first', () => {
  const named = (id: string, nl: string) => ({ id, name: { nl, en: nl } })
  expect(kindsOf([named('GM1/team', 'Crisisteam'), named('GM2/team', 'Team'), named('vrh/call', 'Bellen')]).map((kind) => [kind.id, kind.name.nl])).toEqual([['call', 'Bellen'], ['team', 'Crisisteam']])
})

test('a weight that is as in the region is none to try out', () => {
  expect(withWeight({ water: 4 }, 'food', 2, 1)).toEqual({ water: 4, food: 2 })
  expect(withWeight({ water: 4, food: 2 }, 'food', 1, 1)).toEqual({ water: 4 })
})

test('money that may move: a year that asks more than it has takes it from what was left, and no more than that', () => {
  const years = [
    { year: 2025, asked: 593_500, available: 640_000, gap: 0 },
    { year: 2026, asked: 1_322_000, available: 1_280_000, gap: 0 },
    { year: 2027, asked: 20_000, available: 10_000, gap: 5_500 },
    { year: 2028, asked: 0, available: 7_000, gap: 0 },
  ]
  expect(keptOf({ years })).toEqual([
    { year: 2025, left: 46_500, drawn: 0 },
    { year: 2026, left: 4_500, drawn: 42_000 },
    { year: 2027, left: 0, drawn: 4_500 },
    { year: 2028, left: 7_000, drawn: 0 },
  ])
  expect(keptOf({ years: years.map((year) => ({ ...year, available: null })) })).toEqual([])
})

test('a package is proven only when its own sum reaches the bound', () => {
  expect(roomAbove({ rule: 'person-hours', bound: 200, surrogate_of_plan: 200 })).toBe(0)
  expect(roomAbove({ rule: 'person-hours', bound: 250, surrogate_of_plan: 200 })).toBeCloseTo(0.2)
  expect(roomAbove({ rule: 'regret', bound: -0.01, surrogate_of_plan: -0.03 })).toBeCloseTo(0.02)
})

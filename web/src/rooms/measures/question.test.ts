import { expect, test } from 'vitest'
import type { MeasurePlan } from '../../api/types'
import { costsText, isAsked, noQuestion, numbersText, payersText, questionOf, requestOf, scaleOf, studied, sumsText, toHundred } from './question'

const plan = { years: [{ year: 2025, budget: 640000.4 }, { year: 2026, budget: 1280000 }], key: 'population', direct: false, carry_over: true, rule: 'person-hours', hazards: [{ id: 'power-72h', weight: 1 }] } as MeasurePlan
const nation = [10e6, 20e6, 70e6]

test('without anything in the address the question is that of the study', () => {
  expect(isAsked(questionOf({ zoek: 'water', maatregel: 'campaign' }, plan, nation), plan)).toBe(false)
  expect(questionOf({}, plan, nation)).toEqual(studied(plan))
  expect(studied(plan)).toMatchObject({ first: 2025, sums: [640000, 1280000], key: 'population', carry: true })
})

test('every choice comes back from the address that it made', () => {
  const payers = { GM0518: [100000, 0], vrh: [5, 6] }
  const costs = { 'crisis-room-generators': { once: 1000, yearly: 12 } }
  const hazards = { 'power-72h': 0.6, 'flood:west': 0.4 }
  const query = { geld: sumsText([1, 2]), betalers: payersText(payers), kosten: costsText(costs), gewichten: numbersText(hazards), behoeften: 'water:4', processen: 'crisis-team:0.5', sleutel: 'own', aandelen: 'GM0518:60;GM0503:20', rechtstreeks: 'ja', bijdrage: '20', overhevelen: 'nee', kies: 'regret', geldscenario: 'cut', minimum: '5', meer: 'ja' }
  expect(isAsked(questionOf(query, plan, nation), plan)).toBe(true)
  expect(questionOf(query, plan, nation)).toMatchObject({ national: false, sums: [1, 2], payers, costs, hazards, needs: { water: 4 }, processes: { 'crisis-team': 0.5 }, key: 'own', shares: { GM0518: 60, GM0503: 20 }, direct: true, share: 0.2, carry: false, rule: 'regret', scenario: 'cut', minimum: 5, extended: true })
  for (const name of Object.keys(query)) expect(name in noQuestion).toBe(true)
})

test('a control that is put back by hand asks nothing, in whatever order weights come', () => {
  const two = { ...plan, hazards: [{ id: 'power-72h', weight: 1 }, { id: 'heat', weight: 0.5 }] } as MeasurePlan
  const back = { kies: 'person-hours', sleutel: 'population', rechtstreeks: 'nee', overhevelen: 'ja', geld: '640000_1280000', gewichten: 'heat:0.5;power-72h:1' }
  expect(isAsked(questionOf(back, two, nation), two)).toBe(false)
  for (const other of [{ kies: 'tail' }, { geld: '640001_1280000' }, { gewichten: 'heat:0.6;power-72h:1' }]) expect(isAsked(questionOf({ ...back, ...other }, two, nation), two)).toBe(true)
})

test('what cannot be read is as in the study, and a year that is missing is as the one before', () => {
  expect(questionOf({ geld: '1_x', sleutel: 'toeval', betalers: 'GM1', kosten: 'a:1', kies: '' }, plan, nation)).toEqual(studied(plan))
  expect(questionOf({ geld: '7', betalers: 'GM1:3' }, plan, nation)).toMatchObject({ sums: [7, 7], payers: { GM1: [3, 3] } })
})

test('the sums of the nation stand in for those of the region, where they are known', () => {
  expect(questionOf({ bron: 'rijk' }, plan, nation)).toMatchObject({ national: true, sums: [10e6, 20e6] })
  expect(questionOf({ bron: 'rijk', geld: '10000000' }, plan, [])).toMatchObject({ national: false, sums: [640000, 1280000] })
  expect(requestOf(questionOf({ bron: 'rijk' }, plan, nation), 'r')).toMatchObject({ landelijk: [{ jaar: 2025, bedrag: 10e6 }, { jaar: 2026, bedrag: 20e6 }] })
})

test('a cost to try out is laid over the region, not stored; without one nothing is laid over', () => {
  expect(requestOf(studied(plan), 'r').aanpassing).toBeUndefined()
  expect(requestOf(questionOf({ kosten: 'campaign:500_20' }, plan, nation), 'r').aanpassing).toEqual({ put: [{ tabel: 'measures', rij: { id: 'campaign', cost_once_eur: '500', cost_year_eur: '20' } }], remove: [] })
})

test('who gets the money directly pays no part of it besides; a hazard without weight is not asked', () => {
  const request = requestOf(questionOf({ rechtstreeks: 'ja', bijdrage: '50', gewichten: 'a:1;b:0' }, plan, nation), 'r')
  expect(request).toMatchObject({ rechtstreeks: true, eigenBijdrage: 0, dreigingen: [{ dreiging: 'a', gewicht: 1 }] })
})

test('a key of one\'s own is asked with its parts; without any part, or with another key, it is not', () => {
  expect(requestOf(questionOf({ sleutel: 'own', aandelen: 'a:30;b:10' }, plan, nation), 'r')).toMatchObject({ sleutel: 'own', aandelen: [{ gemeente: 'a', deel: 30 }, { gemeente: 'b', deel: 10 }] })
  expect(questionOf({ sleutel: 'own', aandelen: 'a:0' }, plan, nation).key).toBe('population')
  expect(requestOf(questionOf({ sleutel: 'equal', aandelen: 'a:30' }, plan, nation), 'r').aandelen).toBeUndefined()
})

test('parts are made 100 together to a tenth, in proportion; nothing stays nothing', () => {
  expect(toHundred({ a: 1, b: 1, c: 1 })).toEqual({ a: 33.4, b: 33.3, c: 33.3 })
  expect(toHundred({ a: 548260, b: 19415 })).toEqual({ a: 96.6, b: 3.4 })
  expect(toHundred({ a: 0 })).toEqual({ a: 0 })
})

test('weights to try out go with the question, beside those of the region', () => {
  const request = requestOf(questionOf({ behoeften: 'food:4', processen: 'crisis-team:2' }, plan, nation), 'r')
  expect(request.behoefteGewichten).toEqual([{ behoefte: 'food', gewicht: 4 }])
  expect(request.procesGewichten).toEqual([{ proces: 'crisis-team', gewicht: 2 }])
  expect(request.aanpassing).toBeUndefined()
})

test('a slider ends at a round sum of at least twice what there is', () => {
  expect(scaleOf([640000, 4480000])).toEqual({ most: 9e6, step: 50000 })
  expect(scaleOf([0])).toEqual({ most: 100000, step: 5000 })
  expect(scaleOf([640000], 6e6).most).toBe(20e6)
})

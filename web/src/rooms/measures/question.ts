import type { MeasurePlan, PackageInput } from '../../api/types'
import type { Query } from '../../state/address'
import { sum } from './money'

// What is asked of the engine: whose money, how much in which year, and what to choose for. It stands in the address, so that a
// link shows the same package. What is not in the address is as in the study of the region.

export const keys = ['population', 'equal', 'area', 'vulnerability', 'votes', 'own'] as const
export const scenarios = ['announced', 'low', 'high', 'cut', 'stops'] as const
export const rules = ['person-hours', 'tail', 'worst-municipality', 'continuity', 'regret'] as const

export interface Question {
  /** Whether the sums are those of the nation, of which the region gets a part. */
  national: boolean
  first: number
  /** Euros by year, from the first on. */
  sums: number[]
  key: string
  /** Part by municipality for the key `own`, in any unit: the engine divides by their sum. */
  shares: Record<string, number>
  direct: boolean
  /** Part of municipal measures that the municipality pays itself, 0 to 1. */
  share: number
  carry: boolean
  rule: string
  scenario: string
  /** Per cent of what each municipality bears that must go. */
  minimum: number
  /** Weight by hazard. */
  hazards: Record<string, number>
  /** Weights to try out, by daily need and by kind of process; what is not here weighs as in the region. */
  needs: Record<string, number>
  processes: Record<string, number>
  /** Budget by payer, euros from the first year on. */
  payers: Record<string, number[]>
  /** Costs to try out, by measure: once and per year. */
  costs: Record<string, { once: number; yearly: number }>
  extended: boolean
}

/** Names of this question in the address. */
const names = ['bron', 'geld', 'sleutel', 'aandelen', 'rechtstreeks', 'bijdrage', 'overhevelen', 'kies', 'geldscenario', 'minimum', 'gewichten', 'behoeften', 'processen', 'betalers', 'kosten', 'meer'] as const
export const noQuestion: Record<string, undefined> = Object.fromEntries(names.map((name) => [name, undefined]))

/** The question that the study of the region answered. */
export function studied(plan: MeasurePlan): Question {
  return {
    national: false,
    first: plan.years[0]?.year ?? 2025,
    sums: plan.years.map((year) => Math.round(year.budget)),
    key: plan.key,
    shares: {},
    direct: plan.direct,
    share: 0,
    carry: plan.carry_over,
    rule: plan.rule,
    scenario: 'announced',
    minimum: 0,
    hazards: Object.fromEntries(plan.hazards.map((hazard) => [hazard.id, hazard.weight])),
    needs: {},
    processes: {},
    payers: {},
    costs: {},
    extended: false,
  }
}

const orderless = (question: Question): string => JSON.stringify(question, (_, value: unknown) => (value instanceof Object && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value))
/** Whether a question is another than that of the study, in whatever order its weights and costs stand. */
export const isAsked = (question: Question, plan: MeasurePlan): boolean => orderless(question) !== orderless(studied(plan))

const amount = (text: string | undefined): number | undefined => {
  const value = Number(text)
  return text !== undefined && text !== '' && Number.isFinite(value) && value >= 0 ? value : undefined
}
const amounts = (text: string | undefined): number[] | undefined => {
  const parts = (text ?? '').split('_').map(amount)
  return parts.some((part) => part === undefined) ? undefined : (parts as number[])
}
/** "a:1;b:2" as pairs. */
const pairs = (text: string | undefined): [string, string][] =>
  (text ?? '').split(';').flatMap((part) => {
    const colon = part.lastIndexOf(':')
    return colon < 1 ? [] : [[part.slice(0, colon), part.slice(colon + 1)] as [string, string]]
  })
const oneOf = (text: string | undefined, words: readonly string[], otherwise: string): string => (text !== undefined && words.includes(text) ? text : otherwise)

/** "a:1;b:0.5" as numbers of at least 0. */
const numbers = (text: string | undefined): Record<string, number> => Object.fromEntries(pairs(text).flatMap(([id, value]) => (amount(value) === undefined ? [] : [[id, Number(value)] as const])))

/** Costs that are tried out, as the address has them. */
export function costsOf(text: string | undefined): Question['costs'] {
  return Object.fromEntries(
    pairs(text).flatMap(([id, sums]) => {
      const [once, yearly] = amounts(sums) ?? []
      return once === undefined || yearly === undefined ? [] : [[id, { once, yearly }] as const]
    }),
  )
}

/** Reads the address; what cannot be read is as in the study. `nation`: the national sums, when the region knows them. */
export function questionOf(query: Query, plan: MeasurePlan, nation: readonly number[]): Question {
  const base = studied(plan)
  const national = query.bron === 'rijk' && nation.length > 0
  const usual = national ? base.sums.map((_, index) => nation[Math.min(index, nation.length - 1)] ?? 0) : base.sums
  // Sums of the nation mean nothing as sums of the region.
  const sums = query.bron === 'rijk' && !national ? undefined : amounts(query.geld)
  const years = usual.length
  const fitted = (list: readonly number[]) => Array.from({ length: years }, (_, index) => list[Math.min(index, list.length - 1)] ?? 0)
  const hazards = numbers(query.gewichten)
  const shares = numbers(query.aandelen)
  const key = oneOf(query.sleutel, keys, base.key)
  return {
    ...base,
    national,
    sums: sums ? fitted(sums) : usual,
    // An own key without any part says nothing.
    key: key === 'own' && sum(Object.values(shares)) === 0 ? base.key : key,
    shares,
    direct: query.rechtstreeks === undefined ? base.direct : query.rechtstreeks === 'ja',
    share: Math.min(1, (amount(query.bijdrage) ?? 0) / 100),
    carry: query.overhevelen === undefined ? base.carry : query.overhevelen === 'ja',
    rule: oneOf(query.kies, rules, base.rule),
    scenario: oneOf(query.geldscenario, scenarios, 'announced'),
    minimum: Math.min(100, amount(query.minimum) ?? 0),
    hazards: Object.keys(hazards).length > 0 ? hazards : base.hazards,
    needs: numbers(query.behoeften),
    processes: numbers(query.processen),
    payers: Object.fromEntries(pairs(query.betalers).flatMap(([id, text]) => {
      const list = amounts(text)
      return list ? [[id, fitted(list)] as const] : []
    })),
    costs: costsOf(query.kosten),
    extended: query.meer === 'ja',
  }
}

// The other way: what one control changes in the address.
export const sumsText = (sums: readonly number[]): string => sums.map((sum) => Math.round(sum)).join('_')
/** Weights or parts by id. */
export const numbersText = (values: Readonly<Record<string, number>>): string => Object.entries(values).map(([id, value]) => `${id}:${Math.round(value * 1000) / 1000}`).join(';')
export const payersText = (payers: Question['payers']): string => Object.entries(payers).map(([id, list]) => `${id}:${sumsText(list)}`).join(';')
export const costsText = (costs: Question['costs']): string => Object.entries(costs).map(([id, cost]) => `${id}:${sumsText([cost.once, cost.yearly])}`).join(';')

/** The same parts so that they add up to 100, to a tenth; the largest takes what rounding leaves. Nothing to divide: as they are. */
export function toHundred(parts: Readonly<Record<string, number>>): Record<string, number> {
  const all = sum(Object.values(parts))
  if (all <= 0) return { ...parts }
  const tenths = Object.entries(parts).map(([id, part]) => [id, Math.round((part * 1000) / all)] as const)
  const rest = 1000 - sum(tenths.map(([, part]) => part))
  const [largest] = [...tenths].sort(([, a], [, b]) => b - a)
  return Object.fromEntries(tenths.map(([id, part]) => [id, (part + (id === largest?.[0] ? rest : 0)) / 10]))
}

/** The request of a question. */
export function requestOf(question: Question, region: string): PackageInput {
  const years = (sums: readonly number[]) => sums.map((bedrag, index) => ({ jaar: question.first + index, bedrag }))
  const put = Object.entries(question.costs).map(([id, cost]) => ({ tabel: 'measures', rij: { id, cost_once_eur: String(cost.once), cost_year_eur: String(cost.yearly) } }))
  return {
    regio: region,
    ...(question.national ? { landelijk: years(question.sums) } : { budget: years(question.sums) }),
    sleutel: question.key as NonNullable<PackageInput['sleutel']>,
    ...(question.key === 'own' && { aandelen: Object.entries(question.shares).map(([gemeente, deel]) => ({ gemeente, deel })) }),
    rechtstreeks: question.direct,
    eigenBijdrage: question.direct ? 0 : question.share,
    meenemen: question.carry,
    regel: question.rule as NonNullable<PackageInput['regel']>,
    geld: question.scenario as NonNullable<PackageInput['geld']>,
    minimum: question.minimum,
    dreigingen: Object.entries(question.hazards).flatMap(([dreiging, gewicht]) => (gewicht > 0 ? [{ dreiging, gewicht }] : [])),
    behoefteGewichten: Object.entries(question.needs).map(([behoefte, gewicht]) => ({ behoefte, gewicht })),
    procesGewichten: Object.entries(question.processes).map(([proces, gewicht]) => ({ proces, gewicht })),
    betalers: Object.entries(question.payers).map(([betaler, sums]) => ({ betaler, budget: years(sums) })),
    uitgebreid: question.extended,
    ...(put.length > 0 && { aanpassing: { put, remove: [] } }),
  }
}

/** A round end for a slider: twice what there is, in steps one can count. */
export function scaleOf(sums: readonly number[], at = 0): { most: number; step: number } {
  const wanted = Math.max(...sums, at, 50_000) * 2
  const size = 10 ** Math.floor(Math.log10(wanted))
  const most = Math.ceil(wanted / size) * size
  return { most, step: size / 20 }
}

import type { MeasurePayer, MeasurePlan, MeasureRow, MeasureRule, MeasureScenario, Row } from '../../api/types'
import type { Sorting } from '../../components/table'

// What the room says of a plan, worked out from the results alone; nothing is drawn here.

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

export type Unit = 'hours' | 'share' | 'processes'

/** In what the value of a plan is counted: that depends on the rule it was chosen by. */
export const unitOf = (rule: string): Unit => (rule === 'continuity' ? 'processes' : rule === 'worst-municipality' || rule === 'regret' ? 'share' : 'hours')

/** Where a measure stands: begins in the plan, left out of it, paid by others, or not yet in the model. */
export type Standing = 'chosen' | 'left' | 'others' | 'silent'
export const standings = ['chosen', 'left', 'others', 'silent'] as const

export const standingOf = (measure: Pick<MeasureRow, 'year' | 'expressed' | 'asked'>): Standing => (measure.year !== null ? 'chosen' : !measure.expressed ? 'silent' : measure.asked ? 'left' : 'others')

export interface PayerSum {
  asked: number
  /** null: no budget of its own in any year. */
  available: number | null
  gap: number
}

/** All years of one payer. Gaps of single years count apart: what is left later does not fill what was short before. */
export function payerSum(payer: Pick<MeasurePayer, 'years'>): PayerSum {
  const own = payer.years.flatMap((year) => (year.available === null ? [] : [year.available]))
  return {
    asked: sum(payer.years.map((year) => year.asked)),
    available: own.length === 0 ? null : sum(own),
    gap: sum(payer.years.map((year) => year.gap)),
  }
}

/** What a year costs, and what of it payers pay beside the region's money; older results do not tell them apart. */
interface YearCost {
  cost: number
  others?: number
}
export const paidByOthers = (years: readonly YearCost[]): number => sum(years.map((year) => year.others ?? 0))

/** What a year leaves for later, or draws from what was kept: budget less what is paid from it, added up to and with that year. */
export function leftAfter(years: readonly (YearCost & { budget: number })[]): number[] {
  let left = 0
  return years.map((year) => (left += year.budget - (year.cost - (year.others ?? 0))))
}

export interface KeptYear {
  year: number
  /** What the year leaves for the next one. */
  left: number
  /** What it asks above its own money and takes from what was left of earlier years. */
  drawn: number
}

/** Where money may move to the next year: what each year of a payer leaves, and takes of what was left. Nothing for one without money of its own. */
export function keptOf(payer: Pick<MeasurePayer, 'years'>): KeptYear[] {
  let left = 0
  return payer.years.flatMap((year) => {
    if (year.available === null) return []
    const drawn = Math.min(left, Math.max(0, year.asked - year.available))
    left = Math.max(0, left + year.available - year.asked)
    return [{ year: year.year, left, drawn }]
  })
}

export interface ListDifference {
  added: string[]
  dropped: string[]
}

/** What the second list has more and less than the first, each in its own order. */
export function differenceOf(from: readonly string[], to: readonly string[]): ListDifference {
  return { added: to.filter((id) => !from.includes(id)), dropped: from.filter((id) => !to.includes(id)) }
}

/** The same measures, whatever their order. */
export function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  const { added, dropped } = differenceOf(a, b)
  return added.length + dropped.length === 0
}

export interface PackageChange extends ListDifference {
  /** In both, from another year. */
  moved: { id: string; from: number; to: number }[]
}

/** What one plan does otherwise than another. */
export function packageChange(from: Pick<MeasurePlan, 'years'>, to: Pick<MeasurePlan, 'years'>): PackageChange {
  const yearOf = (plan: Pick<MeasurePlan, 'years'>) => new Map(plan.years.flatMap((year) => year.measures.map((id) => [id, year.year] as const)))
  const then = yearOf(from)
  const now = yearOf(to)
  const moved = [...now].flatMap(([id, year]) => {
    const before = then.get(id)
    return before !== undefined && before !== year ? [{ id, from: before, to: year }] : []
  })
  return { ...differenceOf([...then.keys()], [...now.keys()]), moved }
}

/** A scenario that names what of the whole plan falls away, and what comes instead; results of older runs know the first year only. */
export type ToldScenario = MeasureScenario & { lost: string[]; instead: string[] }
export const tellsLost = (scenario: MeasureScenario): scenario is ToldScenario => 'lost' in scenario && 'instead' in scenario

/**
 * The money scenarios without a measure of the plan: where the results tell what is lost, those in which it falls away once the first
 * year has begun; else those in which it would not begin in the first year, and of other years nothing is said.
 */
export function unsure(plan: Pick<MeasurePlan, 'scenarios' | 'years'>, id: string): string[] {
  const announced = plan.scenarios.find((item) => item.id === 'announced')
  if (plan.scenarios.some(tellsLost)) return plan.scenarios.filter((item) => tellsLost(item) && item.lost.includes(id)).map((item) => item.id)
  if (!plan.years[0]?.measures.includes(id) || !announced?.first_year.includes(id)) return []
  return plan.scenarios.filter((item) => item !== announced && !item.first_year.includes(id)).map((item) => item.id)
}

/** What stands behind the last slash of a process: its kind, the same with every organisation. */
export const kindOf = (process: string): string => process.slice(process.lastIndexOf('/') + 1)

/** The kinds of processes, each with the name of the first that has it, in order of name. */
export function kindsOf<T extends { nl: string }>(processes: readonly { id: string; name: T }[]): { id: string; name: T }[] {
  const kinds = new Map<string, T>()
  for (const process of processes) if (!kinds.has(kindOf(process.id))) kinds.set(kindOf(process.id), process.name)
  return [...kinds].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.nl.localeCompare(b.name.nl, 'nl'))
}

/** Tried-out weights with one more; the weight that the region has itself is none to try out. */
export function withWeight(tried: Readonly<Record<string, number>>, id: string, value: number, base: number): Record<string, number> {
  const others = Object.entries(tried).filter(([other]) => other !== id)
  return Object.fromEntries(value === base ? others : [...others, [id, value] as const])
}

export interface ScenarioLine {
  scenario: MeasureScenario
  money: number
  /** Against the money as announced; negative: more is saved. null for that scenario itself. */
  lost: number | null
  lostShare: number | null
  /** First year: what falls out and what comes in beside the scenario as announced. */
  first: ListDifference
  /** Of the whole plan: what falls away and what comes instead; undefined where the results do not tell. */
  whole: ListDifference | undefined
  /** Of the whole plan: what begins later, and what begins in the first year but is more than this money can keep up. */
  later: string[]
  unkept: string[]
  /** What is lost once the first year of the plan has begun; null: it cannot be kept up. */
  regret: number | null
}

/** The money scenarios beside the money as announced. */
export function scenarioLines(scenarios: readonly MeasureScenario[]): ScenarioLine[] {
  const announced = scenarios.find((item) => item.id === 'announced')
  return scenarios.map((scenario) => {
    const lost = announced && announced !== scenario ? announced.value - scenario.value : null
    const unkept = scenario.dropped ?? []
    return {
      scenario,
      money: sum(scenario.budget),
      lost,
      lostShare: lost !== null && announced && announced.value > 0 ? lost / announced.value : null,
      first: announced ? differenceOf(announced.first_year, scenario.first_year) : { added: [], dropped: [] },
      whole: tellsLost(scenario) ? { added: scenario.instead, dropped: scenario.lost.filter((id) => !unkept.includes(id)) } : undefined,
      later: scenario.later ?? [],
      unkept,
      regret: scenario.value_after_first_year === null ? null : scenario.value - scenario.value_after_first_year,
    }
  })
}

export interface FrontLine {
  share: number
  budget: number
  cost: number
  value: number
  measures: number
  /** More value per 1,000 euros more budget than the line before; null where the budget is the same. */
  gain: number | null
}

/** The front by budget, with what every next step brings. More money buys an earlier start too, so that steps are counted by budget, not by cost. */
export function frontLines(front: MeasurePlan['front']): FrontLine[] {
  const sorted = [...front].sort((a, b) => a.budget - b.budget)
  return sorted.map((point, index) => {
    const before = sorted[index - 1] ?? { budget: 0, value: 0 }
    const more = point.budget - before.budget
    return { ...point, gain: more > 0 ? ((point.value - before.value) * 1000) / more : null }
  })
}

/**
 * How far below the bound of the summed worth a package may be, as a share of it; under least regret, which is a share already, as a
 * difference. 0: no package has a higher sum.
 */
export function roomAbove(plan: Pick<MeasurePlan, 'rule' | 'bound' | 'surrogate_of_plan'>): number {
  const room = Math.max(0, plan.bound - plan.surrogate_of_plan)
  // Figures of the results have six digits: what differs by less is the same.
  if (room <= 1e-5 * Math.abs(plan.bound)) return 0
  return plan.rule === 'regret' ? room : room / Math.abs(plan.bound)
}

/** Whether values of other money were played, not added up: played ones stand beside their sum. */
export const isPlayed = (points: readonly object[]): boolean => points.length > 0 && points.every((point) => 'surrogate' in point)

export const largestRegret = (rule: Pick<MeasureRule, 'regret'>): number | null => (rule.regret.length === 0 ? null : Math.max(...rule.regret))

export interface RulesFinding {
  /** How many other rules were worked out, and how many of them choose other measures. */
  others: number
  unlike: number
  /** Weighted person-hours that are saved: by this plan, and by the other rules at least and at most. */
  own: number
  low: number
  high: number
}

/** What other rules make of the same money, in a few figures; undefined where none was worked out. */
export function rulesFinding(plan: Pick<MeasurePlan, 'rule' | 'rules'>): RulesFinding | undefined {
  const own = plan.rules.find((item) => item.rule === plan.rule)
  const others = plan.rules.filter((item) => item !== own)
  if (!own || others.length === 0) return undefined
  const hours = others.map((item) => item.worth.unmet_h.value)
  return { others: others.length, unlike: others.filter((item) => !sameMembers(own.measures, item.measures)).length, own: own.worth.unmet_h.value, low: Math.min(...hours), high: Math.max(...hours) }
}

/** Where what is borne goes down most, first. */
export const byShare = (places: MeasurePlan['municipalities']): MeasurePlan['municipalities'] => [...places].sort((a, b) => shareSaved(b) - shareSaved(a))
export const shareSaved = (place: { borne_h: number; saved_h: number }): number => (place.borne_h > 0 ? place.saved_h / place.borne_h : 0)

/** The part of what all of them bear together that goes away. */
export const sharePlanSaves = (places: readonly { borne_h: number; saved_h: number }[]): number => shareSaved({ borne_h: sum(places.map((place) => place.borne_h)), saved_h: sum(places.map((place) => place.saved_h)) })

export interface Bearing {
  id: string
  name: string
  /** Weighted hours for each resident. */
  before: number
  after: number
}

/** What a resident of each municipality bears without and with the plan; where nobody lives, nothing. */
export function bearing(places: MeasurePlan['municipalities'], towns: readonly { id: string; residents: number }[]): Bearing[] {
  const residents = new Map(towns.map((town) => [town.id, town.residents]))
  return places.flatMap((place) => {
    const count = residents.get(place.id) ?? 0
    return count > 0 ? [{ id: place.id, name: place.name, before: place.borne_h / count, after: (place.borne_h - place.saved_h) / count }] : []
  })
}

/** What goes away of it. */
export const gone = (place: Pick<Bearing, 'before' | 'after'>): number => place.before - place.after

interface Named {
  name: string
  value: number
}
/** The lowest and the highest, each with its name. */
export function spanOf(items: readonly Named[]): { low: Named; high: Named } {
  const sorted = [...items].sort((a, b) => a.value - b.value)
  const none = { name: '–', value: 0 }
  return { low: sorted[0] ?? none, high: sorted.at(-1) ?? none }
}

export interface Steps {
  /** Where each class starts; the first starts at nothing. */
  bounds: number[]
  /** Width of a class. */
  width: number
  /** Where the last class ends. */
  most: number
  step: (value: number) => number
}

/** So many classes at most: enough to see a tenth less, few enough to read off a legend. */
const classes = 16

/**
 * Classes of one round width from nothing up, so that half the colour is half the number: a scale that starts above nothing makes a
 * little less look like nothing. The narrowest width of 1, 2, 2.5 or 5 times a power of ten with which at most 16 classes hold all.
 */
export function stepsOf(values: readonly number[]): Steps {
  const largest = Math.max(0, ...values)
  if (largest === 0) return { bounds: [0], width: 1, most: 1, step: () => 0 }
  const size = 10 ** Math.floor(Math.log10(largest / classes))
  // What lies on a bound starts the next class, so the largest value needs a class above it.
  const countOf = (width: number) => Math.floor(largest / width + 1e-9) + 1
  const width = [1, 2, 2.5, 5, 10, 20].map((part) => part * size).find((one) => countOf(one) <= classes) ?? size * 20
  const count = countOf(width)
  return { bounds: Array.from({ length: count }, (_, index) => index * width), width, most: count * width, step: (value) => Math.max(0, Math.min(count - 1, Math.floor(value / width + 1e-9))) }
}

/** Bounds of a scale that are written beside it: every so many, a handful in all. */
export function ticksOf({ bounds, width, most }: Steps): number[] {
  const all = [...bounds, most]
  const every = [1, 2, 4, 5, 10].find((one) => (all.length - 1) / one <= 5) ?? 10
  return all.filter((_, index) => index % every === 0).map((bound) => Math.round(bound / width) * width)
}

export interface CatalogueChoice {
  text: string
  track: string
  pillar: string
  phase: string
  standing: string
}

/** The measures that answer to a choice; every word of the search must stand somewhere in what is shown of it. */
export function search(measures: readonly MeasureRow[], choice: CatalogueChoice): MeasureRow[] {
  const words = choice.text.toLowerCase().split(/\s+/).filter(Boolean)
  return measures.filter((measure) => {
    if (choice.track && measure.track !== choice.track) return false
    if (choice.pillar && String(measure.pillar) !== choice.pillar) return false
    if (choice.phase && measure.phase !== choice.phase) return false
    if (choice.standing && standingOf(measure) !== choice.standing) return false
    const said = [measure.id, measure.name.nl, measure.name.en, measure.owner, measure.payer, measure.task, measure.change].join(' ').toLowerCase()
    return words.every((word) => said.includes(word))
  })
}

/** What is saved for 1,000 euros, of a measure by itself; null where nothing was worked out or it costs nothing. */
export const perThousand = (measure: Pick<MeasureRow, 'worth' | 'cost_eur'>): number | null => (measure.worth && measure.cost_eur > 0 ? (measure.worth.unmet_h.value * 1000) / measure.cost_eur : null)

const amounts = ['cost_once_eur', 'cost_year_eur', 'lead_time_months'] as const

/** Measures whose costs or lead time now stand otherwise in the tables than in this run; new and removed ones count too. */
export function changedSince(measures: readonly MeasureRow[], rows: readonly Row[]): string[] {
  const now = new Map(rows.map((row) => [row.id ?? '', row]))
  const known = new Set(measures.map((measure) => measure.id))
  const changed = measures.filter((measure) => {
    const row = now.get(measure.id)
    return !row || amounts.some((column) => Number(row[column] ?? '') !== measure[column])
  })
  return [...changed.map((measure) => measure.id), ...[...now.keys()].filter((id) => !known.has(id))]
}

/** How a table is sorted, as it stands in the address: `kosten` or `-kosten` for the largest first. */
export const sortingOf = (text: string | undefined): Sorting | undefined => (text ? (text.startsWith('-') ? { key: text.slice(1), down: true } : { key: text, down: false }) : undefined)
export const textOfSorting = (sorting: Sorting): string => (sorting.down ? '-' : '') + sorting.key

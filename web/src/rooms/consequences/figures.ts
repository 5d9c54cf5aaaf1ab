import type { Backtest, BacktestRow, Consequence, Decision, DecisionAt, DecisionClock, Evidence, FuelStop, HelpNeed, Operations, ReachPlan, Results } from '../../api/types'

// What the tables of this room say, from the results as they were computed.

export type Coverage = 'covered' | 'partly' | 'none' | 'absent'

/** A consequence that does not occur needs no plan; of one that does, the results say how far plans cover it. */
export const coverageOf = (item: Consequence): Coverage => (item.occurs ? (item.coverage ?? 'none') : 'absent')

const order: readonly Coverage[] = ['none', 'partly', 'covered', 'absent']

/** The uncovered first, within that those that come first. */
export function uncoveredFirst(items: readonly Consequence[]): Consequence[] {
  return [...items].sort((a, b) => order.indexOf(coverageOf(a)) - order.indexOf(coverageOf(b)) || (a.from_h ?? Infinity) - (b.from_h ?? Infinity))
}

export const countCoverage = (items: readonly Consequence[], coverage: Coverage): number => items.filter((item) => coverageOf(item) === coverage).length

/** The tracks in the order in which they come in the results. */
export const tracksOf = (items: readonly Consequence[]): string[] => [...new Set(items.map((item) => item.track))]

/** The latest minute of a decision, as what must be said of it. */
export type Latest = { kind: 'unneeded' | 'no_call' | 'never' | 'end' } | { kind: 'hour'; hour: number }

export function latestOf(at: DecisionAt, share: 50 | 95, agreed = false): Latest {
  if (at.needed === 0) return { kind: 'unneeded' }
  const value = agreed ? (share === 95 ? at.agreed_95_h : at.agreed_50_h) : share === 95 ? at.latest_95_h : at.latest_50_h
  if (value === null) return { kind: 'no_call' }
  return typeof value === 'number' ? { kind: 'hour', hour: value } : { kind: value }
}

/** What sorts a decision: too late comes first, to the end last; what has no limit is null. */
export function latestOrder(latest: Latest): number | null {
  if (latest.kind === 'hour') return latest.hour
  return latest.kind === 'never' ? -1 : latest.kind === 'end' ? 1e6 : null
}

/** Orders that take effect later when they were agreed beforehand than when somebody must be called, at the longest outage: those are worth agreeing on. */
export function worthAgreeing(clock: DecisionClock): { decision: Decision; called: Latest; agreed: Latest }[] {
  const last = clock.outages.length - 1
  return clock.decisions.flatMap((decision) => {
    const at = decision.outages[last]
    if (!at || decision.kind === 'warning' || decision.through === null) return []
    const called = latestOf(at, 95)
    const agreed = latestOf(at, 95, true)
    return (latestOrder(agreed) ?? -1) > (latestOrder(called) ?? Infinity) ? [{ decision, called, agreed }] : []
  })
}

/** What each kind of help takes away of a need, as shares of its person-hours; undefined where nobody missed it. */
export function helpShares(need: HelpNeed): { neighbours: number; volunteers: number; points: number; left: number } | undefined {
  const all = need.person_hours.unmet.mean
  if (!all || all <= 0) return undefined
  const share = (value: number | null) => (value ?? 0) / all
  return { neighbours: share(need.person_hours.neighbours.mean), volunteers: share(need.person_hours.volunteers.mean), points: share(need.person_hours.points.mean), left: share(need.person_hours.left.mean) }
}

/** By how many residents waiting to send reaches fewer than sending at once. */
export function costOfWaiting(plan: ReachPlan): { send: number; reached: number; lost: number }[] {
  const first = plan.not_before[0]?.reached ?? 0
  return plan.not_before.flatMap((start) => (start.send_h === null || start.reached === null ? [] : [{ send: start.send_h, reached: start.reached, lost: Math.max(0, first - start.reached) }]))
}

/** The hour of the greatest value; 0 for a series without values. */
export const peakHour = (values: readonly (number | null)[]): number => values.reduce<number>((best, value, at) => ((value ?? 0) > (values[best] ?? 0) ? at : best), 0)

/** Day on which the stock of the depots is empty on average; undefined when it lasts. */
export const emptyDay = (operations: Operations): number | undefined => operations.days.find((day) => (day.stock_l.mean ?? 0) <= 0)?.day

/** The trucks that drive, in the order of their number. */
export const trucksOf = (stops: readonly FuelStop[]): string[] => [...new Set(stops.map((stop) => stop.truck))].sort((a, b) => a.localeCompare(b, 'nl', { numeric: true }))

/** The observations that lie furthest off, furthest first. */
export const worstMisses = (test: Backtest): BacktestRow[] => test.worst.flatMap((index) => test.observations[index] ?? [])

/** How a value of an observable is read: a share, hours, or a plain number; told by the first word of its name. */
export function unitOf(observable: string): 'share' | 'hours' | 'number' {
  return observable.startsWith('share_') ? 'share' : observable.startsWith('hours_') ? 'hours' : 'number'
}

/** Where an observation was read, when that is an address; its host is what is shown. */
export function webSource(source: string): { href: string; host: string } | undefined {
  if (!/^https?:\/\/\S+$/.test(source)) return undefined
  try {
    return { href: source, host: new URL(source).hostname.replace(/^www\./, '') }
  } catch {
    return undefined
  }
}

type EvidenceFigure = Evidence['onderbouwingen'][number]

/** The figures that hold all the words, in id, subject, source or use; of one confidence, and those that nothing uses, when that is asked. */
export function evidenceFound(figures: readonly EvidenceFigure[], words: string, confidence: string | undefined, unused: boolean): EvidenceFigure[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return figures.filter((figure) => {
    if (confidence && figure.zekerheid !== confidence) return false
    if (unused && figure.aantalGebruikt > 0) return false
    const all = [figure.id, figure.onderwerp, figure.naam, figure.bron, ...figure.gebruik.map((use) => use.plaats)].join(' ').toLowerCase()
    return wanted.every((word) => all.includes(word))
  })
}

/** The criterion that counts money: what the outage costs; undefined where the region has no figure for it. */
export const costsOf = (criteria: Results['criteria']): Results['criteria'][number] | undefined => criteria.find((item) => item.unit.en === 'euros')

/** The highest national class that is reached, and the criteria that reach it; undefined where no scale is known. */
export function gravestOf(criteria: Results['criteria']): { letter: NonNullable<Results['criteria'][number]['national_class']>; criteria: Results['criteria'] } | undefined {
  const letters = criteria.flatMap((item) => item.national_class ?? []).sort()
  const letter = letters.at(-1)
  return letter && { letter, criteria: criteria.filter((item) => item.national_class === letter) }
}

/** A figure as the results write what a harm rests on: "CAR08: 0.15 – 0.28 – 0.4 fraction above normal (ev-car08)". */
export interface RestsOn {
  text: string
  figure?: { id: string; low: number; typical: number; high: number; unit: string }
}

/** What a harm rests on, figure by figure; what is not written like one stays text. */
export const restsOf = (text: string): RestsOn[] =>
  text.split('; ').map((part) => {
    const found = /^(\S+): (\S+) – (\S+) – (\S+) ([^(]*?)(?: \([^)]*\))?$/.exec(part)
    const numbers = found?.slice(2, 5).map(Number) ?? []
    const [low, typical, high] = numbers
    if (!found || low === undefined || typical === undefined || high === undefined || numbers.some(Number.isNaN)) return { text: part }
    return { text: part, figure: { id: found[1] ?? '', low, typical, high, unit: found[5] ?? '' } }
  })

/** The hour at which areas are reached most differently; where they never are, the first. */
export function mostDifferent(areas: readonly { gemiddelde: readonly (number | null)[] }[], hours: number): number {
  let best = 0
  let widest = 0
  for (let hour = 0; hour < hours; hour += 1) {
    const values = areas.map((area) => area.gemiddelde[hour] ?? 0)
    const spread = Math.max(...values) - Math.min(...values)
    if (spread > widest + 1e-9) {
      widest = spread
      best = hour
    }
  }
  return best
}

// The plan of support points as the engine gives it, and what a planner asks of the next one.

export interface Quantiles {
  p5: number | null
  p50: number | null
  p95: number | null
}

export interface SupportPoint {
  id: string
  name: string
  level: 'local' | 'coordinating' | 'water'
  municipality: string
  area: string | null
  lon: number | null
  lat: number | null
  functions: string
  water: boolean
  confirmed: boolean
  residents: number
  visitors_per_day: number
  visitors_per_h: number
  capacity_per_h: number | null
  minutes_mean: number
  minutes_p95: number
  coordinator: number | null
  courier_minutes: number | null
  staff: number
  shifts: number
  power_kw: number
  wiring_holds: number
  water_l_per_day: number
  cost_once_eur: number
  cost_year_eur: number
  stock: { item: string; amount: number }[]
  open_probability: (number | null)[]
  closes: { id: string; what: { nl: string; en: string }; share: number; confirmed: boolean }[]
}

export interface SupportPlan {
  objective: string
  objective_name: { nl: string; en: string }
  local: number
  coordinating: number
  candidates_local: number
  candidates_coordinating: number
  residents: number
  proofs: { about: { nl: string; en: string }; unit: { nl: string; en: string }; value: number; bound: number; gap: number; status: string }[]
  walking: { minutes_mean: number; minutes_p95: number; minutes_longest: number; reach_minutes: number; within_reach: number; within_1km: number; within_reach_75_plus: number; unreached: number; courier_minutes_mean: number }
  demand: { visitors_per_day: Quantiles; over_capacity: number; over_capacity_p95: number }
  cost_once_eur: number
  cost_year_eur: number
  rosters: { municipality: string; points: number; needed_at_once: number; shifts: number; person_shifts: number; staff: number; volunteers: number; present_called: Quantiles; short_chance: number; unstaffed_share: number }[]
  stock: { item: string; amount: number }[]
  assumptions: { id: string; name: { nl: string; en: string }; regret_share: number; other_points: number; flips: boolean }[]
  points: SupportPoint[]
}

/** What the planner did to the points: closed, added and pinned, by id. */
export interface Edits {
  closed: readonly string[]
  added: readonly string[]
  pinned: readonly string[]
}

export const idsOf = (text: string | undefined): string[] => (text ?? '').split(',').filter(Boolean)
export const textOf = (ids: readonly string[]): string => ids.join(',')

export const toggled = (ids: readonly string[], id: string): string[] => (ids.includes(id) ? ids.filter((item) => item !== id) : [...ids, id])

/** The local points after the edits: those of the plan without the closed ones, and the added ones. */
export function localPoints(plan: SupportPlan, edits: Edits): string[] {
  const closed = new Set(edits.closed)
  const kept = plan.points.filter((point) => point.level === 'local' && !closed.has(point.id)).map((point) => point.id)
  return [...kept, ...edits.added.filter((id) => !kept.includes(id) && !closed.has(id))]
}

export interface SolveRequest {
  verplicht: string[]
  uitgesloten: string[]
  lokaal: number
}

/** Exactly these points: what the edits alone do to walking and load. */
export function exactly(plan: SupportPlan, edits: Edits): SolveRequest {
  const points = localPoints(plan, edits)
  return { verplicht: points, uitgesloten: [...edits.closed], lokaal: points.length }
}

/** As many points as before; only pinned and added ones are fixed, closed ones stay out, the rest is chosen anew. */
export function solveAgain(plan: SupportPlan, edits: Edits): SolveRequest {
  return { verplicht: [...new Set([...edits.pinned, ...edits.added])], uitgesloten: [...edits.closed], lokaal: plan.local }
}

/** The candidate nearest to where a point was dropped; walking times are known for candidates only. */
export function nearestCandidate(candidates: readonly { id: string; place: readonly [number, number] }[], to: readonly [number, number], except: ReadonlySet<string>): string | undefined {
  // At 52° north a degree of longitude is 0.61 of one of latitude.
  const distance = (place: readonly [number, number]) => ((place[0] - to[0]) * 0.61) ** 2 + (place[1] - to[1]) ** 2
  let best: { id: string; away: number } | undefined
  for (const candidate of candidates) {
    if (except.has(candidate.id)) continue
    const away = distance(candidate.place)
    if (!best || away < best.away) best = { id: candidate.id, away }
  }
  return best?.id
}

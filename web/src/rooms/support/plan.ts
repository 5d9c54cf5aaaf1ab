// The plan of support points as the engine gives it, and what a planner asks of the next one.

import type { SupportPlan } from '../../api/types'

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

import type { Overlay, Row, RunInput } from '../../api/types'
import { packed, unpacked } from '../../state/packed'

// A plan is what one wants to have computed: a hazard with its settings, and rows that are otherwise than in the stored region.
// It stands in the address, so that a link shows it, and in the browser, so that it survives a reload.

type Season = 'winter' | 'spring' | 'summer' | 'autumn'

export interface PlanRow {
  tabel: string
  rij: Row
}

export interface Plan {
  name: string
  hazard: string
  season: Season | ''
  /** Local time (2023-01-17T17:00) or nothing: that of the hazard. */
  start: string
  /** Hours, as typed; nothing: that of the hazard. */
  duration: string
  replicas: number
  put: PlanRow[]
  remove: { tabel: string; id: string }[]
}

export const emptyPlan = (hazard: string): Plan => ({ name: '', hazard, season: '', start: '', duration: '', replicas: 500, put: [], remove: [] })

/** Puts rows into a plan: a row with the same table and id takes the place of the earlier one. */
export function withRows(plan: Plan, rows: readonly PlanRow[]): Plan {
  const fresh = new Set(rows.map((row) => `${row.tabel}/${row.rij.id}`))
  return { ...plan, put: [...plan.put.filter((row) => !fresh.has(`${row.tabel}/${row.rij.id}`)), ...rows], remove: plan.remove.filter((row) => !fresh.has(`${row.tabel}/${row.id}`)) }
}

export const withoutRow = (plan: Plan, table: string, id: string): Plan => ({ ...plan, put: plan.put.filter((row) => row.tabel !== table || row.rij.id !== id), remove: plan.remove.filter((row) => row.tabel !== table || row.id !== id) })

export const withRemoved = (plan: Plan, table: string, id: string): Plan => ({ ...withoutRow(plan, table, id), remove: [...plan.remove.filter((row) => row.tabel !== table || row.id !== id), { tabel: table, id }] })

/** Plan → text for an address. */
export const encodePlan = (plan: Plan): string => packed(plan)

/** Text of an address → plan; undefined when it is not one. */
export function decodePlan(text: string): Plan | undefined {
  const value = unpacked(text) as Partial<Plan> | null | undefined
  if (typeof value?.hazard !== 'string' || !Array.isArray(value.put) || !Array.isArray(value.remove)) return undefined
  return { ...emptyPlan(value.hazard), ...value }
}

export const overlayOf = (plan: Plan): Overlay => ({ put: plan.put as unknown as NonNullable<Overlay['put']>, remove: plan.remove })

/** What is sent to the server; what is not chosen stays as the hazard has it. */
export function inputOf(plan: Plan, region: string, name: string): RunInput {
  const hours = plan.duration.trim() === '' ? null : Number(plan.duration.replace(',', '.'))
  return {
    regio: region,
    naam: plan.name || name,
    dreiging: plan.hazard,
    seizoen: plan.season || null,
    start: plan.start || null,
    duurUren: hours,
    herhalingen: plan.replicas,
    ...(plan.put.length + plan.remove.length > 0 && { aanpassing: overlayOf(plan) }),
  }
}

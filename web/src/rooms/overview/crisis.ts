import type { Organisation, Process, Results, Row } from '../../api/types'

// Who loses the crisis room first, why, and what would keep it up. Only selecting and ordering: the numbers are the engine's.

export interface CrisisRoom {
  organisation: Organisation
  process: Process
}

const isCrisisProcess = (process: Process): boolean => /crisis-?team|crisisbeheersing/.test(process.id)

const first = (process: Process): number => process.first_failure_h.p50 ?? Infinity

/** The crisis process of every municipality, the one that fails first (median, then mean) on top. */
export function crisisRooms(results: Pick<Results, 'organisations' | 'processes'>): CrisisRoom[] {
  const owners = new Map(results.organisations.filter((item) => item.kind === 'municipality').map((item) => [item.id, item]))
  return results.processes
    .flatMap((process) => {
      const organisation = owners.get(process.organisation ?? '')
      return organisation && isCrisisProcess(process) ? [{ organisation, process }] : []
    })
    .sort((a, b) => first(a.process) - first(b.process) || (a.process.first_failure_h.mean ?? 0) - (b.process.first_failure_h.mean ?? 0))
}

/** Those whose median lies within the spread of the first: they cannot be told apart. */
export function nearlyFirst(rooms: readonly CrisisRoom[]): CrisisRoom[] {
  const [top] = rooms
  if (!top) return []
  const edge = top.process.first_failure_h.p95 ?? Infinity
  return rooms.filter((room) => first(room.process) <= edge)
}

/** The municipality that keeps its crisis room longest: its example shows what can be done. */
export function longest(rooms: readonly CrisisRoom[]): CrisisRoom | undefined {
  return rooms.at(-1)
}

/** The need whose back-up gives way, from the id of a limiting part: backups/<need>/<back-up>. */
export function limitingNeed(process: Process): string | undefined {
  const id = process.limiting[0]?.id
  if (!id?.startsWith('backups/')) return undefined
  return id.slice('backups/'.length, id.lastIndexOf('/'))
}

/** The same need of another organisation, by the way the ids of a region are made. */
export const sameNeedOf = (need: string, organisation: string, other: string): string => need.replace(organisation, other)

/**
 * The back-ups of another's need, laid beside those one has: what it has of a kind that is not here, as rows to add.
 *
 * A generator is the usual case. The copies keep their parameters and come after one's own back-ups.
 */
export function missingBackups(own: readonly Row[], others: readonly Row[], need: string): Row[] {
  const kinds = new Set(own.map((row) => row.kind))
  const last = Math.max(0, ...own.map((row) => Number(row.order)))
  return others
    .filter((row) => !kinds.has(row.kind))
    .map((row, index) => ({ ...row, id: `${need}/extra-${index + 1}`, need, order: String(last + index + 1), source: row.source ?? '', confidence: 'assumption' }))
}

/** Measures of the region whose change names the asset. */
export function measuresFor(measures: readonly Row[], asset: string): Row[] {
  const kind = asset.slice(0, asset.lastIndexOf('/'))
  const code = asset.slice(asset.lastIndexOf('/') + 1)
  return measures.filter((row) => {
    const change = row.change ?? ''
    if (!change.includes(kind)) return false
    return change.includes(code) || !/GM\d{4}/.test(change)
  })
}

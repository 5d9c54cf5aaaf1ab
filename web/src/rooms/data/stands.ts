import type { ChangeHead, Difference } from '../../api/types'
import { shownNumber, type Language } from '../../i18n/format'
import type { Query } from '../../state/address'

// Two states of the region and what is different between them, as lines of one table.

export interface DifferenceLine {
  key: string
  table: string
  row: string
  what: 'added' | 'removed' | 'changed'
  /** '' for a whole row. */
  column: string
  from: string
  to: string
}

/** The cells of a row that are filled, in one line: what a reader needs to know which row it is. */
const inShort = (row: Readonly<Record<string, string>>): string =>
  Object.entries(row)
    .filter(([column, value]) => column !== 'id' && value !== '')
    .map(([column, value]) => `${column}: ${value}`)
    .join(', ')

/** A line for each row that came or went, and for each cell that changed; tables and rows in the order of the answer. */
export function linesOf(difference: Difference): DifferenceLine[] {
  return difference.tabellen.flatMap((table) => {
    const line = (row: string, what: DifferenceLine['what'], column: string, from: string, to: string): DifferenceLine => ({ key: [table.naam, what, row, column].join('/'), table: table.naam, row, what, column, from, to })
    return [
      ...table.gewijzigd.flatMap((row) => row.cellen.map((cell) => line(row.id, 'changed', cell.kolom, cell.van, cell.naar))),
      ...table.toegevoegd.map((row) => line(row.id ?? '', 'added', '', '', inShort(row as Record<string, string>))),
      ...table.verwijderd.map((row) => line(row.id ?? '', 'removed', '', inShort(row as Record<string, string>), '')),
    ]
  })
}

/** A cell as it is read: decimals with the comma of the reader, nothing as a dash. */
export const shownValue = (value: string, language: Language): string => (value === '' ? '–' : /^-?\d+\.\d+$/.test(value) ? shownNumber(value, language) : value)

/** A moment as a field of date and time gives it (2026-03-01T10:15, local), as an instant; undefined when it is none. */
export function instantOf(local: string | undefined): string | undefined {
  if (!local || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local)) return undefined
  const at = new Date(local)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

/** A moment as a field of date and time wants it: local, to the minute. */
export function localOf(instant: string): string {
  const at = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

export interface Span {
  by: 'wijziging' | 'tijd'
  from: string
  to: string
}

/** Which two states the address asks for; without a choice the last change. By time a moment just before and now. */
export function spanOf(query: Query, changes: readonly ChangeHead[], now: string): Span {
  const last = changes[0]?.nummer ?? 0
  const by = query.op === 'tijd' ? 'tijd' : 'wijziging'
  if (by === 'tijd') return { by, from: query.vanop ?? localOf(changes.at(-1)?.tijdstip ?? now), to: query.totop ?? localOf(now) }
  return { by, from: query.van ?? String(Math.max(0, last - 1)), to: query.tot ?? String(last) }
}

/** What the interface is asked; undefined while a moment is not whole. */
export function differenceQuery(span: Span): Record<string, string> | undefined {
  if (span.by === 'wijziging') return { van: span.from, tot: span.to }
  const from = instantOf(span.from)
  const to = instantOf(span.to)
  return from && to ? { vanTijdstip: from, totTijdstip: to } : undefined
}

import type { FieldError, Row } from '../../api/types'

// Changes that are not stored yet. They lie in the browser and survive a reload and a stopped server; the server judges them.

export interface Draft {
  put: { tabel: string; rij: Row }[]
  remove: { tabel: string; id: string }[]
}

export const emptyDraft: Draft = { put: [], remove: [] }

export const isEmpty = (draft: Draft): boolean => draft.put.length + draft.remove.length === 0

const sameRow = (table: string, id: string) => (item: { tabel: string; rij?: Row; id?: string }) => item.tabel === table && (item.rij?.id ?? item.id) === id

export function editRow(draft: Draft, table: string, row: Row): Draft {
  const same = sameRow(table, row.id ?? '')
  return { put: [...draft.put.filter((item) => !same(item)), { tabel: table, rij: row }], remove: draft.remove.filter((item) => !same(item)) }
}

export function dropRow(draft: Draft, table: string, id: string): Draft {
  const same = sameRow(table, id)
  return { put: draft.put.filter((item) => !same(item)), remove: draft.remove.filter((item) => !same(item)) }
}

export function removeRow(draft: Draft, table: string, id: string): Draft {
  const rest = dropRow(draft, table, id)
  return { ...rest, remove: [...rest.remove, { tabel: table, id }] }
}

export const draftedRow = (draft: Draft, table: string, id: string): Row | undefined => draft.put.find(sameRow(table, id))?.rij

export const isRemoved = (draft: Draft, table: string, id: string): boolean => draft.remove.some(sameRow(table, id))

/** Errors of the server by table/row/column, to stand beside the cell. */
export function errorsByCell(errors: readonly FieldError[] | undefined): Map<string, string> {
  const found = new Map<string, string>()
  for (const error of errors ?? []) {
    const key = [error.tabel ?? '', error.rij ?? '', error.kolom ?? error.name].join('/')
    found.set(key, found.has(key) ? `${found.get(key)} ${error.reason}` : error.reason)
  }
  return found
}

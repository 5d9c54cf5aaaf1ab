import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useWords } from '../i18n'

export interface TableColumn<T> {
  key: string
  label: string
  /** What is shown. */
  cell: (row: T) => ReactNode
  /** What is sorted by; a column without cannot be sorted. */
  sort?: (row: T) => number | string | null
  numeric?: boolean
  header?: boolean
}

export type Sorting = { key: string; down: boolean }

/** Nothing comes last, whichever way one sorts. */
export function compareCells(a: number | string | null, b: number | string | null, down: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'nl')
  return down ? -order : order
}

export function sortRows<T>(rows: readonly T[], columns: readonly TableColumn<T>[], sorting: Sorting | undefined): readonly T[] {
  const value = columns.find((column) => column.key === sorting?.key)?.sort
  if (!sorting || !value) return rows
  return [...rows].sort((a, b) => compareCells(value(a), value(b), sorting.down))
}

function Headers<T>({ columns, sorting, onSort }: { columns: readonly TableColumn<T>[]; sorting: Sorting | undefined; onSort: (key: string) => void }) {
  return (
    <tr>
      {columns.map((column) => (
        <th
          key={column.key}
          scope="col"
          className={`utrecht-table__header-cell ${column.numeric ? 'numeric' : ''}`}
          aria-sort={sorting?.key === column.key ? (sorting.down ? 'descending' : 'ascending') : undefined}
        >
          {column.sort ? (
            <button type="button" className="sort" onClick={() => onSort(column.key)}>
              {column.label}
              {sorting?.key === column.key && <span aria-hidden="true">{sorting.down ? ' ↓' : ' ↑'}</span>}
            </button>
          ) : (
            column.label
          )}
        </th>
      ))}
    </tr>
  )
}

/** `labelled`: cells carry the name of their column, and say what they are, for where they stand below one another. */
function Cells<T>({ row, columns, labelled }: { row: T; columns: readonly TableColumn<T>[]; labelled?: boolean | undefined }) {
  return columns.map((column) =>
    column.header ? (
      <th key={column.key} scope="row" role={labelled ? 'rowheader' : undefined} className={`utrecht-table__cell ${column.numeric ? 'numeric' : ''}`}>
        {column.cell(row)}
      </th>
    ) : (
      <td key={column.key} role={labelled ? 'cell' : undefined} data-label={labelled ? column.label : undefined} className={`utrecht-table__cell ${column.numeric ? 'numeric' : ''}`}>
        {column.cell(row)}
      </td>
    ),
  )
}

function useSorting(start: Sorting | undefined, onSorted?: (sorting: Sorting) => void): [Sorting | undefined, (key: string) => void] {
  const [sorting, setSorting] = useState(start)
  const sortBy = (key: string) => {
    const next = { key, down: sorting?.key === key ? !sorting.down : false }
    setSorting(next)
    onSorted?.(next)
  }
  return [sorting, sortBy]
}

interface TableProps<T> {
  caption: string
  columns: readonly TableColumn<T>[]
  rows: readonly T[]
  id: (row: T) => string
  chosen?: string | undefined
  start?: Sorting
  hideCaption?: boolean
  /** On a small screen each row becomes a block with its cells below one another, each with the name of its column. */
  stacked?: boolean
  /** Told when the reader sorts, for whoever keeps it in the address. */
  onSorted?: (sorting: Sorting) => void
}

/** A table that is short enough to stand in the page whole. */
export function PlainTable<T>({ caption, columns, rows, id, chosen, start, hideCaption, stacked, onSorted }: TableProps<T>) {
  const [sorting, sortBy] = useSorting(start, onSorted)
  const sorted = useMemo(() => sortRows(rows, columns, sorting), [rows, columns, sorting])
  return (
    <div className={`utrecht-table-container${stacked ? ' stacked' : ''}`} tabIndex={0} role="region" aria-label={caption}>
      <table className="utrecht-table" role={stacked ? 'table' : undefined}>
        <caption className={hideCaption ? 'visually-hidden' : 'utrecht-table__caption'}>{caption}</caption>
        <thead className="utrecht-table__header">
          <Headers columns={columns} sorting={sorting} onSort={sortBy} />
        </thead>
        <tbody className="utrecht-table__body">
          {sorted.map((row) => (
            <tr key={id(row)} role={stacked ? 'row' : undefined} className="utrecht-table__row" data-chosen={id(row) === chosen || undefined}>
              <Cells row={row} columns={columns} labelled={stacked} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A long table of which only the rows in view are in the page; a screen reader hears how many there are. */
export function LongTable<T>({ caption, columns, rows, id, chosen, start, rowHeight = 38, height, onEnd }: TableProps<T> & { rowHeight?: number; height?: string; onEnd?: () => void }) {
  const { t, whole } = useWords()
  const [sorting, sortBy] = useSorting(start)
  const sorted = useMemo(() => sortRows(rows, columns, sorting), [rows, columns, sorting])
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({ count: sorted.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12, initialRect: { width: 800, height: 500 } })
  const items = virtual.getVirtualItems()
  const first = items[0]
  const last = items[items.length - 1]
  if (onEnd && last && last.index >= sorted.length - 5) queueMicrotask(onEnd)
  return (
    <div ref={scroller} className="virtual" tabIndex={0} role="region" aria-label={caption} style={height ? { maxBlockSize: height } : undefined}>
      <table aria-rowcount={sorted.length + 1}>
        <caption className="visually-hidden">{`${caption}. ${t('table.rows', { count: whole(sorted.length) })}`}</caption>
        <thead>
          <Headers columns={columns} sorting={sorting} onSort={sortBy} />
        </thead>
        <tbody>
          {first && first.start > 0 && (
            <tr aria-hidden="true">
              <td className="pad" colSpan={columns.length} style={{ blockSize: first.start }} />
            </tr>
          )}
          {items.map((item) => {
            const row = sorted[item.index] as T
            return (
              <tr key={id(row)} aria-rowindex={item.index + 2} data-index={item.index} ref={virtual.measureElement} data-chosen={id(row) === chosen || undefined}>
                <Cells row={row} columns={columns} />
              </tr>
            )
          })}
          {last && virtual.getTotalSize() - last.end > 0 && (
            <tr aria-hidden="true">
              <td className="pad" colSpan={columns.length} style={{ blockSize: virtual.getTotalSize() - last.end }} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

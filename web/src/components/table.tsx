import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useRef, useState, useSyncExternalStore, type ReactNode, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '../i18n'
import { Button } from './basics'

export interface TableColumn<T> {
  key: string
  label: string
  /** What is shown. */
  cell: (row: T) => ReactNode
  /** What is sorted by; a column without cannot be sorted. */
  sort?: (row: T) => number | string | null
  numeric?: boolean
  header?: boolean
  /** On a small screen shown only when the reader asks for it. */
  minor?: boolean
  /** Where cells stand below one another: short enough to stand beside the name of its column, as numbers do. */
  short?: boolean
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

/** Whether more stands in a box than its width shows. */
function useOverflow(box: RefObject<HTMLDivElement | null>): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => setOver(element.scrollWidth > element.clientWidth + 1)
    const watch = new ResizeObserver(look)
    watch.observe(element)
    if (element.firstElementChild) watch.observe(element.firstElementChild)
    return () => watch.disconnect()
  }, [box])
  return over
}

function SidewaysHint() {
  const { t } = useWords()
  return <p className="small soft no-print">{t('table.sideways')}</p>
}

/** A box that a table may be wider than: it moves sideways, by keyboard too, and says so. */
export function Sideways({ label, className = '', children }: { label: string; className?: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const over = useOverflow(box)
  return (
    <>
      {over && <SidewaysHint />}
      <div ref={box} className={`utrecht-table-container ${className}`} tabIndex={0} role="region" aria-label={label}>
        {children}
      </div>
    </>
  )
}

/** So many columns can be read side by side on a telephone. */
const few = 3

/** Which columns a small screen shows: all, the few that matter, or those in a row of blocks. */
function useColumns<T>(columns: readonly TableColumn<T>[]) {
  const [all, setAll] = useState(false)
  const rest = columns.filter((column) => column.minor).length
  const fits = columns.length - (all ? 0 : rest) <= few
  return { names: `${fits ? 'fits' : ''}${all ? '' : ' lean'}`, rest, all, setAll }
}

/** On a small screen: the other columns, or only those that matter again. */
function AllColumns({ rest, all, setAll, caption }: { rest: number; all: boolean; setAll: (all: boolean) => void; caption: string }) {
  const { t } = useWords()
  if (rest === 0) return null
  return (
    <p className="all-columns no-print">
      <Button look="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? t('table.columns.few') : rest === 1 ? t('table.columns.one') : t('table.columns.all', { count: rest })}
        <span className="visually-hidden">{`: ${caption}`}</span>
      </Button>
    </p>
  )
}

const classOf = <T,>(column: TableColumn<T>, kind: string) => [kind, column.numeric && 'numeric', column.minor && 'minor', column.short && 'short'].filter(Boolean).join(' ')

function Headers<T>({ columns, sorting, onSort }: { columns: readonly TableColumn<T>[]; sorting: Sorting | undefined; onSort: (key: string) => void }) {
  return (
    <tr>
      {columns.map((column) => (
        <th
          key={column.key}
          scope="col"
          className={classOf(column, 'utrecht-table__header-cell')}
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
function Cells<T>({ row, columns, labelled, id }: { row: T; columns: readonly TableColumn<T>[]; labelled?: boolean | undefined; id?: string }) {
  return columns.map((column) =>
    column.header ? (
      <th key={column.key} id={id} scope="row" role={labelled ? 'rowheader' : undefined} className={classOf(column, 'utrecht-table__cell')}>
        {column.cell(row)}
      </th>
    ) : (
      <td key={column.key} role={labelled ? 'cell' : undefined} data-label={labelled ? column.label : undefined} className={classOf(column, 'utrecht-table__cell')}>
        {labelled ? <div>{column.cell(row)}</div> : column.cell(row)}
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

/** A row of a table whose rows become blocks on a small screen: what matters less is folded there. */
function Block<T>({ row, columns, chosen }: { row: T; columns: readonly TableColumn<T>[]; chosen: boolean }) {
  const { t } = useWords()
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <tr role="row" className="utrecht-table__row" data-chosen={chosen || undefined} data-open={open || undefined}>
      <Cells row={row} columns={columns} labelled id={id} />
      {columns.some((column) => column.minor) && (
        <td role="cell" className="utrecht-table__cell more no-print">
          <Button look="subtle" id={`${id}-more`} aria-labelledby={`${id}-more ${id}`} aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'table.less' : 'table.more')}
          </Button>
        </td>
      )}
    </tr>
  )
}

/** A table that is short enough to stand in the page whole. */
export function PlainTable<T>({ caption, columns, rows, id, chosen, start, hideCaption, stacked, onSorted }: TableProps<T>) {
  const [sorting, sortBy] = useSorting(start, onSorted)
  const sorted = useMemo(() => sortRows(rows, columns, sorting), [rows, columns, sorting])
  const { names, ...more } = useColumns(columns)
  return (
    <>
      <Sideways label={caption} className={stacked ? 'stacked' : names}>
        <table className="utrecht-table" role={stacked ? 'table' : undefined}>
          <caption className={hideCaption ? 'visually-hidden' : 'utrecht-table__caption'}>{caption}</caption>
          <thead className="utrecht-table__header">
            <Headers columns={columns} sorting={sorting} onSort={sortBy} />
          </thead>
          <tbody className="utrecht-table__body">
            {sorted.map((row) =>
              stacked ? (
                <Block key={id(row)} row={row} columns={columns} chosen={id(row) === chosen} />
              ) : (
                <tr key={id(row)} className="utrecht-table__row" data-chosen={id(row) === chosen || undefined}>
                  <Cells row={row} columns={columns} />
                </tr>
              ),
            )}
          </tbody>
        </table>
      </Sideways>
      {!stacked && <AllColumns {...more} caption={caption} />}
    </>
  )
}

/** So many rows of a long table go on paper whole; of more it has what is in view. */
const onPaper = 300

// Kept outside of the tables: one that appears because its part unfolds for paper must know it too.
let onItsWay = false
const printers = new Set<() => void>()
const tellPrinters = (printing: boolean) => {
  onItsWay = printing
  flushSync(() => printers.forEach((tell) => tell()))
}
// Tests of what tables reckon run without a page.
if (typeof window !== 'undefined') {
  window.addEventListener('beforeprint', () => tellPrinters(true))
  window.addEventListener('afterprint', () => tellPrinters(false))
}
const listen = (tell: () => void) => {
  printers.add(tell)
  return () => {
    printers.delete(tell)
  }
}
/** Whether the page is being printed. */
const usePrinting = (): boolean => useSyncExternalStore(listen, () => onItsWay)

/** A long table of which only the rows in view are in the page; a screen reader hears how many there are. */
export function LongTable<T>({ caption, columns, rows, id, chosen, start, rowHeight = 38, height, onEnd, onSorted }: TableProps<T> & { rowHeight?: number; height?: string; onEnd?: () => void }) {
  const { t, whole } = useWords()
  const printing = usePrinting() && rows.length <= onPaper
  const [sorting, sortBy] = useSorting(start, onSorted)
  const sorted = useMemo(() => sortRows(rows, columns, sorting), [rows, columns, sorting])
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({ count: sorted.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12, initialRect: { width: 800, height: 500 } })
  const items = printing ? sorted.map((_, index) => ({ index, key: index, start: 0, end: 0 })) : virtual.getVirtualItems()
  const first = items[0]
  const last = items[items.length - 1]
  const rest = last && !printing ? virtual.getTotalSize() - last.end : 0
  const over = useOverflow(scroller)
  const { names, ...more } = useColumns(columns)
  if (onEnd && last && last.index >= sorted.length - 5) queueMicrotask(onEnd)
  return (
    <>
      {over && <SidewaysHint />}
      <div ref={scroller} className={`virtual ${names}`} data-whole={printing || undefined} tabIndex={0} role="region" aria-label={caption} style={height ? { maxBlockSize: height } : undefined}>
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
            {rest > 0 && (
              <tr aria-hidden="true">
                <td className="pad" colSpan={columns.length} style={{ blockSize: rest }} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <AllColumns {...more} caption={caption} />
    </>
  )
}

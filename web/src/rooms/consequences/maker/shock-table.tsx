import { useState } from 'react'
import { path, withQuery } from '../../../api/http'
import type { Column, Row, Rows, Targets } from '../../../api/types'
import { Button, Empty, Select } from '../../../components/basics'
import { Sideways } from '../../../components/table'
import { useWords, type Key } from '../../../i18n'
import { useResource } from '../../../state/resource'
import { useRun } from '../../../state/run'
import { shownNumber } from '../../../i18n/format'
import { Cell } from '../../data/cell'
import type { ShockRow } from './hazard'
import { conditionsOf } from './target'
import { TargetCell } from './target-cell'

/** So many shocks stand in the page at first: some hazards have dozens, and every cell is a field. */
const firstShown = 12
type NumberColumn = 'share' | 'start_h' | 'duration_h' | 'magnitude'

/** What a hazard does: a row for each shock, with what is wrong beside the cell. */
export function ShockTable({ columns, shocks, errors, unaimed, onEdit, onTouch, onAdd, onRemove }: {
  columns: readonly Column[]
  shocks: readonly ShockRow[]
  errors: ReadonlyMap<string, string>
  /** Keys of events of which nobody chose yet what they hit. */
  unaimed: ReadonlySet<string>
  onEdit: (key: string, cells: Row) => void
  /** Told when the reader leaves a field. */
  onTouch: (id: string, column: string) => void
  onAdd: () => void
  onRemove: (key: string) => void
}) {
  const { t, whole, name, percent, hours, language } = useWords()
  const { region } = useRun()
  const targets = useResource<Targets>(path('regios', region.id, 'doelen'))
  const [all, setAll] = useState(false)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const toggle = (key: string) => setOpened((now) => new Set(now.has(key) ? [...now].filter((item) => item !== key) : [...now, key]))
  const aim = (shock: ShockRow) => {
    if (unaimed.has(shock.key)) return t('target.everything')
    const conditions = conditionsOf(shock.row.target ?? '')
    if (!conditions) return shock.row.target ?? ''
    if (conditions.length === 0) return t('target.all')
    const word = (key: string, id: string) => {
      const known = targets.data?.doelen.find((item) => item.sleutel === key && item.waarde === id)
      return known ? name(known.naam) : id
    }
    return conditions.map(({ key, values }) => (values.length > 2 ? `${t(`target.${key}`)}: ${t('target.many', { count: whole(values.length) })}` : values.map((id) => word(key, id)).join(', '))).join(' · ')
  }
  const line = (shock: ShockRow, index: number) => {
    const number = (text: string | undefined, shown: (value: number) => string) => (text && Number.isFinite(Number(text)) ? shown(Number(text)) : shownNumber(text ?? '', language) || '–')
    return t('shocks.line', { number: index + 1, kind: t(`shock.${shock.row.kind ?? 'hit'}` as Key), target: aim(shock), share: number(shock.row.share, percent), start: number(shock.row.start_h, hours), duration: number(shock.row.duration_h, hours) })
  }
  const wrong = (shock: ShockRow) => columns.some((column) => errors.has(`shocks/${shock.row.id}/${column.naam}`))
  const shown = all ? shocks : shocks.filter((shock, index) => index < firstShown || wrong(shock) || shock.key.startsWith('+'))
  const column = (name: string) => columns.find((item) => item.naam === name)
  const kind = column('kind')
  const headings = ['kind', 'target', 'share', 'start_h', 'duration_h', 'duration_delay', 'magnitude'] as const
  return (
    <div className="stack">
      {shocks.length === 0 ? (
        <Empty title={t('shocks.none')}>
          <p>{t('shocks.none.text')}</p>
        </Empty>
      ) : (
        <Sideways label={t('shocks.caption')}>
          <table className="utrecht-table shocks" role="table">
            <caption className="visually-hidden">{t('shocks.caption')}</caption>
            <thead className="utrecht-table__header" role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader" className="shocks__line">
                  {t('shocks.title')}
                </th>
                {headings.map((name) => (
                  <th key={name} scope="col" role="columnheader" className="utrecht-table__header-cell">
                    {t(`shocks.${name}`)}
                  </th>
                ))}
                <th scope="col" role="columnheader" className="utrecht-table__header-cell">
                  {t('shocks.remove')}
                </th>
              </tr>
            </thead>
            <tbody className="utrecht-table__body" role="rowgroup">
              {shown.map((shock, index) => {
                const error = (name: string) => errors.get(`shocks/${shock.row.id}/${name}`)
                const label = (name: (typeof headings)[number]) => t('shocks.cell', { what: t(`shocks.${name}`), number: index + 1 })
                const put = (name: string) => (value: string) => onEdit(shock.key, { [name]: value })
                const number = (name: NumberColumn) => {
                  const of = column(name)
                  return of && <Cell column={of} hint="" compact label={label(name)} value={shock.row[name] ?? ''} error={error(name)} onChange={put(name)} onLeave={() => onTouch(shock.row.id ?? '', name)} />
                }
                return (
                  <tr key={shock.key} role="row" className="utrecht-table__row" data-open={opened.has(shock.key) !== (shock.key.startsWith('+') || wrong(shock)) || undefined}>
                    <td role="cell" className="shocks__line">
                      <button type="button" className="link-button" aria-expanded={opened.has(shock.key) !== (shock.key.startsWith('+') || wrong(shock))} onClick={() => toggle(shock.key)}>
                        {line(shock, index)}
                      </button>
                    </td>
                    <td role="cell" className="utrecht-table__cell" data-label={t('shocks.kind')}>
                      {kind && <Cell column={kind} hint="" compact label={label('kind')} value={shock.row.kind ?? ''} error={error('kind')} word={(choice) => t(`shock.${choice}` as Key)} onChange={put('kind')} />}
                      {error('id') && <span className="field__error">{error('id')}</span>}
                    </td>
                    <td role="cell" className="utrecht-table__cell" data-label={t('shocks.target')}>
                      <TargetCell value={shock.row.target ?? ''} error={error('target')} label={label('target')} unaimed={unaimed.has(shock.key)} onChange={put('target')} />
                    </td>
                    <td role="cell" className="utrecht-table__cell" data-label={t('shocks.share')}>
                      {number('share')}
                    </td>
                    <td role="cell" className="utrecht-table__cell" data-label={t('shocks.start_h')}>
                      {number('start_h')}
                      {(shock.row.start_delay || error('start_delay')) && <DelayCell label={t('shocks.start_delay')} value={shock.row.start_delay ?? ''} error={error('start_delay')} onChange={put('start_delay')} />}
                    </td>
                    <td role="cell" className="utrecht-table__cell" data-label={t('shocks.duration_h')}>
                      {number('duration_h')}
                    </td>
                    <td role="cell" className="utrecht-table__cell" data-label={t('shocks.duration_delay')}>
                      <DelayCell label={label('duration_delay')} hideLabel value={shock.row.duration_delay ?? ''} error={error('duration_delay')} onChange={put('duration_delay')} />
                    </td>
                    <td role="cell" className="utrecht-table__cell" data-label={t('shocks.magnitude')}>
                      {shock.row.kind === 'hit' && !shock.row.magnitude ? <span className="soft">–</span> : number('magnitude')}
                    </td>
                    <td role="cell" className="utrecht-table__cell">
                      <Button look="subtle" onClick={() => onRemove(shock.key)} aria-label={t('shocks.remove.which', { number: index + 1 })}>
                        {t('shocks.remove')}
                      </Button>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Sideways>
      )}
      <p className="row">
        <Button onClick={onAdd}>{t('shocks.add')}</Button>
        {shown.length < shocks.length && <Button onClick={() => setAll(true)}>{t('shocks.all', { count: whole(shocks.length) })}</Button>}
      </p>
    </div>
  )
}

/** Hours that are drawn on top: the times of restoration that the region has by cause, and what stood there. */
function DelayCell({ label, hideLabel, value, error, onChange }: { label: string; hideLabel?: boolean; value: string; error: string | undefined; onChange: (value: string) => void }) {
  const { t, decimal } = useWords()
  const { region } = useRun()
  // "uren zonder stroom: kabelschade in een stad" is known by what comes after the colon.
  const causeOf = (row: Row) => t('shocks.delay', { cause: (row.parameter ?? '').split(': ').slice(1).join(': ') || row.parameter || (row.id ?? ''), low: decimal(Number(row.low)), high: decimal(Number(row.high)) })
  const list = useResource<Rows>(withQuery(path('regios', region.id, 'tabellen', 'parameters', 'rijen'), { zoek: 'restoration.', paginaGrootte: 100 }))
  const known = (list.data?.rijen ?? []).filter((row) => row.id?.startsWith('restoration.'))
  const options = [{ value: '', label: t('shocks.nodelay') }, ...known.map((row) => ({ value: row.id ?? '', label: causeOf(row) }))]
  return (
    <div className="field">
      <Select label={label} hideLabel={hideLabel ?? false} value={value} options={options.some((option) => option.value === value) ? options : [...options, { value, label: value }]} onChange={onChange} />
      {error && <span className="field__error">{error}</span>}
    </div>
  )
}

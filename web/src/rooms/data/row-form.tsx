import { useEffect, useRef, useState } from 'react'
import { path } from '../../api/http'
import type { Row, SingleRow, Table } from '../../api/types'
import { Button } from '../../components/basics'
import { useWords, type Key } from '../../i18n'
import { instant } from '../../i18n/format'
import { useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import { Cell } from './cell'
import { columnText } from './described'
import { draftedRow, isRemoved, type Draft } from './draft'

/** One row with a field per cell; what is wrong with a cell stands beside it, in the words of the server. */
export function RowForm({ table, id, draft, errors, checking, onEdit, onRemove, onRestore, onClose }: {
  table: Table
  id: string
  draft: Draft
  errors: ReadonlyMap<string, string>
  checking: boolean
  onEdit: (row: Row) => void
  onRemove: (id: string) => void
  onRestore: (id: string) => void
  onClose: () => void
}) {
  const { t, language } = useWords()
  const { region } = useRun()
  const isNew = id === 'nieuw'
  const stored = useResource<SingleRow>(isNew ? undefined : path('regios', region.id, 'tabellen', table.naam, 'rijen', id))
  const [newId, setNewId] = useState('')
  const key = isNew ? newId : id
  const drafted = draftedRow(draft, table.naam, key)
  const row: Row | undefined = drafted ?? (isNew ? Object.fromEntries(table.kolommen.map((column) => [column.naam, ''])) : (stored.data?.rij as Row | undefined))
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const gone = isRemoved(draft, table.naam, key)
  const edit = (column: string, value: string) => {
    if (column === 'id' && isNew) {
      setNewId(value)
      if (value) onEdit({ ...row, id: value })
      if (newId && newId !== value) onRestore(newId)
      return
    }
    if (key) onEdit({ ...row, [column]: value, id: key })
  }
  const known = drafted !== undefined || isNew || stored.state === 'ready'
  const change = stored.data?.laatsteWijziging
  return (
    <section className="card card--answer stack" aria-labelledby="row">
      <div className="row row--between">
        <h3 id="row" tabIndex={-1} ref={heading}>
          {isNew ? t('data.new') : t('data.row', { id })}
        </h3>
        <Button look="subtle" onClick={onClose}>
          {t('place.close')}
        </Button>
      </div>
      {stored.error && !drafted && <p className="field__error">{stored.error.problem.detail}</p>}
      {known && row && (
        <div className="fields">
          {table.kolommen.map((column) => (
            <Cell key={column.naam} column={column} hint={columnText(table.naam, column, language)} value={row[column.naam] ?? ''} error={errors.get(`${table.naam}/${key}/${column.naam}`)} fixed={column.naam === 'id' && !isNew} onChange={(value) => edit(column.naam, value)} />
          ))}
        </div>
      )}
      <p className="small soft" role="status">
        {gone ? t('data.willgo') : checking && drafted ? t('data.checking') : drafted ? t('data.drafted') : change ? t('data.last', { who: change.wie, when: instant(change.tijdstip, language), note: change.notitie }) : ''}
      </p>
      <div className="row">
        {(drafted ?? gone) ? <Button onClick={() => onRestore(key)}>{t('data.restore')}</Button> : !isNew && <Button onClick={() => onRemove(id)}>{t('data.remove')}</Button>}
        {(stored.data?.gebruiktDoor.length ?? 0) > 0 && <span className="small">{t('data.used', { where: stored.data?.gebruiktDoor.map((use) => `${t(`table.${use.tabel}` as Key)} (${use.aantal})`).join(', ') ?? '' })}</span>}
      </div>
    </section>
  )
}

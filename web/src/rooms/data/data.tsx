import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { ApiError, path, send, withQuery } from '../../api/http'
import type { Change, Column, Row, Table } from '../../api/types'
import { Button, Empty, Failure, Link, Loaded, Notice, Skeleton, TextField, Unconfirmed } from '../../components/basics'
import { LongTable, type TableColumn } from '../../components/table'
import { useWords, type Key } from '../../i18n'
import { instant, shownNumber } from '../../i18n/format'
import { useAddress } from '../../state/address'
import { forget, useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import { useStored } from '../../state/stored'
import { ConfidenceBar, ConfidenceLegend } from '../overview/certainty'
import { draftedRow, editRow, emptyDraft, errorsByCell, isEmpty, isRemoved, removeRow, dropRow, type Draft } from './draft'
import { tableText } from './described'
import { History } from './history'
import { ImportPanel } from './import-panel'
import { RowForm } from './row-form'
import { SaveBar } from './save-bar'
import { useRows } from './use-rows'

/** Has the server judge a draft shortly after the last keystroke; nothing is stored. */
function useJudgement(region: string, draft: Draft): { error: ApiError | undefined; checking: boolean } {
  const text = JSON.stringify(draft)
  const [judged, setJudged] = useState<{ text: string; error: ApiError | undefined }>()
  useEffect(() => {
    const now = JSON.parse(text) as Draft
    if (isEmpty(now)) return
    let current = true
    const timer = window.setTimeout(() => {
      send<Change>('POST', withQuery(path('regios', region, 'wijzigingen'), { controleer: true }), { wie: '-', ...now }).then(
        () => current && setJudged({ text, error: undefined }),
        (error: unknown) => current && setJudged({ text, error: error instanceof ApiError ? error : undefined }),
      )
    }, 400)
    return () => {
      current = false
      window.clearTimeout(timer)
    }
  }, [region, text])
  if (isEmpty(draft)) return { error: undefined, checking: false }
  return { error: judged?.error, checking: judged?.text !== text }
}

export default function DataRoom() {
  const { t, percent, whole } = useWords()
  const { region } = useRun()
  const { query, set, to } = useAddress()
  const tables = useResource<{ tabellen: Table[] }>(path('regios', region.id, 'tabellen'))
  const [draft, setDraft] = useStored<Draft>('wijziging', emptyDraft)
  const judgement = useJudgement(region.id, draft)
  const chosen = query.tabel ?? 'assets'
  return (
    <div className="stack stack--wide">
      <header className="stack">
        <h1>{t('data.title')}</h1>
        <p className="lead">{t('data.text')}</p>
      </header>
      {query.stand && <Stand number={query.stand} />}
      <SaveBar draft={draft} judgement={judgement} onDraft={setDraft} />
      <Loaded of={tables} lines={8}>
        {(data) => {
          const table = data.tabellen.find((item) => item.naam === chosen) ?? data.tabellen[0]
          return (
            <div className="data">
              <nav aria-label={t('data.tables')} className="stack stack--tight">
                <ConfidenceLegend />
                <ul className="list-plain data__tables">
                  {data.tabellen.map((item) => (
                    <li key={item.naam}>
                      <Link href={to('/gegevens', { tabel: item.naam, ...(query.stand && { stand: query.stand }) })} aria-current={item === table ? 'true' : undefined}>
                        <span className="row row--between">
                          <strong>{t(`table.${item.naam}` as Key)}</strong>
                          <span className="small">{whole(item.aantalRijen)}</span>
                        </span>
                        <span className="small soft">{t('data.filled', { share: percent(item.volledigheid) })}</span>
                      </Link>
                      <ConfidenceBar counts={item.zekerheid} />
                    </li>
                  ))}
                </ul>
              </nav>
              {table ? <TablePane key={table.naam} table={table} draft={draft} onDraft={setDraft} errors={errorsByCell(judgement.error?.problem.invalidParams)} checking={judgement.checking} onRow={(id) => set({ rij: id }, true)} /> : <Empty title={t('data.none')} />}
            </div>
          )
        }}
      </Loaded>
      <History />
    </div>
  )
}

/** That one looks at the data as they were, with a way back to now and to what is different since. */
function Stand({ number }: { number: string }) {
  const { t, language } = useWords()
  const { region } = useRun()
  const { set, to } = useAddress()
  const change = useResource<Change>(path('regios', region.id, 'wijzigingen', number))
  if (change.error) return <Failure error={change.error} onRetry={() => set({ stand: undefined })} />
  return (
    <Notice kind="warning" title={t('stand.title', { number, when: change.data ? instant(change.data.tijdstip, language) : '' })} live>
      <p>{t('stand.text')}</p>
      <p className="row">
        <Button onClick={() => set({ stand: undefined }, true)}>{t('stand.now')}</Button>
        <Link href={to('/gegevens/verschillen', { van: number })}>{t('stand.difference')}</Link>
      </p>
    </Notice>
  )
}

function useColumns(columns: readonly Column[], draft: Draft, table: string, errors: ReadonlyMap<string, string>, onRow: ((id: string) => void) | undefined): TableColumn<Row>[] {
  const { t, language } = useWords()
  return useMemo(
    () =>
      columns.map((column) => ({
        key: column.naam,
        label: column.naam,
        numeric: column.type === 'getal' || column.type === 'geheel',
        header: column.naam === 'id',
        cell: (row: Row) => {
          const id = row.id ?? ''
          const value = draftedRow(draft, table, id)?.[column.naam] ?? row[column.naam] ?? ''
          const error = errors.get(`${table}/${id}/${column.naam}`)
          if (column.naam === 'id')
            return (
              <>
                {onRow ? (
                  <button type="button" className="link-button nowrap" onClick={() => onRow(id)}>
                    {id}
                  </button>
                ) : (
                  id
                )}{' '}
                {isRemoved(draft, table, id) && <span className="tag tag--bad">{t('plan.removed')}</span>}
                {draftedRow(draft, table, id) && <span className="tag tag--warn">{t('data.edited')}</span>}
              </>
            )
          if (column.type === 'getal' && value !== '') return <>{shownNumber(value, language)}{error && <span className="field__error">{` ${error}`}</span>}</>
          if (column.naam === 'confirmed') return value === 'true' ? t('yes') : <Unconfirmed short />
          if (column.naam === 'confidence') return t(`confidence.${value || 'assumption'}` as Key)
          return (
            <>
              {value}
              {error && <span className="field__error">{` ${error}`}</span>}
            </>
          )
        },
      })),
    [columns, draft, table, errors, onRow, t, language],
  )
}

function TablePane({ table, draft, onDraft, errors, checking, onRow }: { table: Table; draft: Draft; onDraft: (draft: Draft) => void; errors: ReadonlyMap<string, string>; checking: boolean; onRow: (id: string | undefined) => void }) {
  const { t, whole, percent, language } = useWords()
  const { region } = useRun()
  const { query, set } = useAddress()
  const [text, setText] = useState(query.zoek ?? '')
  const wanted = useDeferredValue(text)
  useEffect(() => {
    const timer = window.setTimeout(() => set({ zoek: text }), 300)
    return () => window.clearTimeout(timer)
  }, [text, set])
  const stand = query.stand
  const rows = useRows(region.id, table.naam, wanted, stand, region.versie)
  const columns = useColumns(table.kolommen, stand ? emptyDraft : draft, table.naam, errors, stand ? undefined : onRow)
  const fresh = draft.put.filter((item) => item.tabel === table.naam && !rows.rows.some((row) => row.id === item.rij.id)).map((item) => item.rij)
  const open = query.rij
  const exported = (form: string) => withQuery(path('regios', region.id, 'tabellen', table.naam, 'exports', form), { opNummer: stand })
  return (
    <section className="stack" aria-labelledby="table">
      <div className="row row--between">
        <h2 id="table">{t(`table.${table.naam}` as Key)}</h2>
        <span className="row">
          <a href={exported('xlsx')} download>
            {t('data.xlsx')}
          </a>
          <a href={exported('csv')} download>
            {t('data.csv')}
          </a>
        </span>
      </div>
      <p className="soft small">
        {tableText(table, language)} {t('data.facts', { rows: whole(table.aantalRijen), share: percent(table.volledigheid) })} {table.licentie && t('data.licence', { licence: table.licentie })}
      </p>
      <div className="row row--end">
        <TextField label={t('data.search')} value={text} onChange={setText} inputMode="search" />
        {!stand && <Button onClick={() => onRow('nieuw')}>{t('data.new')}</Button>}
      </div>
      {open !== undefined && !stand && (
        <RowForm
          key={open}
          table={table}
          id={open}
          draft={draft}
          errors={errors}
          checking={checking}
          onEdit={(row) => onDraft(editRow(draft, table.naam, row))}
          onRemove={(id) => onDraft(removeRow(draft, table.naam, id))}
          onRestore={(id) => onDraft(dropRow(draft, table.naam, id))}
          onClose={() => onRow(undefined)}
        />
      )}
      {rows.error ? (
        <Failure error={rows.error} onRetry={() => forget(path('regios'))} />
      ) : rows.total === undefined ? (
        <Skeleton lines={10} />
      ) : rows.total === 0 && fresh.length === 0 ? (
        wanted.trim() === '' ? (
          <Empty title={t('data.unfilled')}>
            <p>{t(stand ? 'data.unfilled.then' : 'data.unfilled.text')}</p>
          </Empty>
        ) : (
          <Empty title={t('data.nothing', { text: wanted })}>
            <Button onClick={() => setText('')}>{t('data.clear')}</Button>
          </Empty>
        )
      ) : (
        <>
          <p className="small soft">{t('data.columns')}</p>
          <p className="small soft" role="status">
            {t('data.count', { loaded: whole(rows.rows.length), total: whole(rows.total) })}
          </p>
          <LongTable caption={t(`table.${table.naam}` as Key)} columns={columns} rows={stand ? rows.rows : [...fresh, ...rows.rows]} id={(row) => row.id ?? ''} chosen={open} onEnd={rows.more} />
        </>
      )}
      {!stand && <ImportPanel table={table.naam} />}
      <Notice title={t('data.whole')}>
        <span className="row">
          {(['csv', 'xlsx', 'gpkg'] as const).map((form) => (
            <a key={form} href={withQuery(path('regios', region.id, 'exports', form), { opNummer: stand })} download>
              {t(`data.whole.${form}`)}
            </a>
          ))}
        </span>
      </Notice>
    </section>
  )
}

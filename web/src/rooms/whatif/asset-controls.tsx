import { useDeferredValue, useId, useState } from 'react'
import { path, withQuery } from '../../api/http'
import type { AssetOutcome, Row, Rows } from '../../api/types'
import { Button, Failure, Loaded, TextField, Unconfirmed } from '../../components/basics'
import { useWords } from '../../i18n'
import { parseNumber } from '../../i18n/format'
import { load, useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import { addGenerator, addReservoir, addTwin, changeHours, closeAsset } from './edits'
import type { Plan, PlanRow } from './plan'

export const bareId = (asset: string): string => asset.replace(/^assets\//, '')

/** Looks for an asset by name, and offers what can be done with it. */
export function AssetControls({ plan, onPut, onRemove }: { plan: Plan; onPut: (rows: PlanRow[]) => void; onRemove: (table: string, id: string) => void }) {
  const { t } = useWords()
  const { run } = useRun()
  const [text, setText] = useState('')
  const [asset, setAsset] = useState<AssetOutcome>()
  const wanted = useDeferredValue(text.trim())
  const found = useResource<{ objecten: AssetOutcome[] }>(wanted.length >= 2 ? withQuery(path('doorrekeningen', run.id, 'uitkomsten', 'objecten'), { zoek: wanted, paginaGrootte: 8 }) : undefined)
  const heading = useId()
  return (
    <div className="stack">
      <TextField label={t('asset.search')} hint={t('asset.search.hint')} value={text} onChange={setText} inputMode="search" />
      {wanted.length >= 2 && !asset && (
        <Loaded of={found} lines={2}>
          {(data) =>
            data.objecten.length === 0 ? (
              <p role="status">{t('asset.none')}</p>
            ) : (
              <ul className="list-plain stack stack--tight" aria-label={t('asset.found')}>
                {data.objecten.map((item) => (
                  <li key={item.id}>
                    <button type="button" className="link-button" onClick={() => setAsset(item)}>
                      {item.name}
                    </button>{' '}
                    <Unconfirmed confirmed={item.confirmed} short />
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      )}
      {asset && (
        <section className="card card--quiet stack" aria-labelledby={heading}>
          <div className="row row--between">
            <h3 id={heading}>
              {asset.name} <Unconfirmed confirmed={asset.confirmed} short />
            </h3>
            <Button
              look="subtle"
              onClick={() => {
                setAsset(undefined)
                setText('')
              }}
            >
              {t('place.close')}
            </Button>
          </div>
          <AssetActions asset={asset} plan={plan} onPut={onPut} onRemove={onRemove} />
        </section>
      )}
    </div>
  )
}

function AssetActions({ asset, plan, onPut, onRemove }: { asset: AssetOutcome; plan: Plan; onPut: (rows: PlanRow[]) => void; onRemove: (table: string, id: string) => void }) {
  const { t } = useWords()
  const { region, results } = useRun()
  const id = bareId(asset.id)
  const rows = (table: string, column: string, value: string) => withQuery(path('regios', region.id, 'tabellen', table, 'rijen'), { kolom: column, waarde: value, paginaGrootte: 500 })
  const needs = useResource<Rows>(rows('needs', 'of', `assets/${id}`))
  const [busy, setBusy] = useState(false)
  const horizon = results.data?.run.horizon_h ?? 168
  const twin = async () => {
    setBusy(true)
    try {
      const list = needs.data?.rijen ?? []
      const each = async (table: string) => (await Promise.all(list.map((need) => load<Rows>(rows(table, 'need', need.id ?? ''))))).flatMap((page) => page.rijen)
      const [suppliers, backups, supplies, own] = await Promise.all([each('need_suppliers'), each('backups'), load<Rows>(rows('need_suppliers', 'supplier', `assets/${id}`)), load<Rows>(rows('assets', 'id', id))])
      const row = own.rijen[0]
      if (row) onPut(addTwin({ asset: row, needs: list, suppliers, backups, supplies: supplies.rijen }))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <div className="row">
        <Button onClick={() => onPut([closeAsset(id, plan.hazard, horizon, needs.data?.rijen[0]?.source ?? '')])}>{t('asset.close')}</Button>
        <Button onClick={() => void twin()} disabled={busy || needs.state !== 'ready'}>
          {t('asset.twin')}
        </Button>
      </div>
      <Loaded of={needs} lines={3}>
        {(data) => (
          <ul className="list-plain stack">
            {data.rijen.map((need) => (
              <li key={need.id} className="stack stack--tight">
                <NeedBackups need={need} onPut={onPut} onRemove={onRemove} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </>
  )
}

/** The back-ups of one need: change the hours, take one away, add a generator or a battery. */
function NeedBackups({ need, onPut, onRemove }: { need: Row; onPut: (rows: PlanRow[]) => void; onRemove: (table: string, id: string) => void }) {
  const { t, name } = useWords()
  const { region, results } = useRun()
  const [hours, setHours] = useState('72')
  const table = (column: string, value: string, size: number) => withQuery(path('regios', region.id, 'tabellen', 'backups', 'rijen'), { kolom: column, waarde: value, paginaGrootte: size })
  const own = useResource<Rows>(table('need', need.id ?? '', 50))
  const example = useResource<Rows>(table('kind', 'generator', 1))
  const value = parseNumber(hours)
  const error = value === undefined || value < 0 || value > 336 ? t('asset.hours.error') : undefined
  const service = results.data?.services.find((item) => item.id === need.service)
  const rows = own.data?.rijen ?? []
  const template = example.data?.rijen[0]
  if (own.error) return <Failure error={own.error} />
  return (
    <>
      <strong>{t('asset.need', { service: service ? name(service.name) : (need.service ?? '') })}</strong>
      <ul className="list-plain stack stack--tight">
        {rows.length === 0 && <li className="soft">{t('asset.nobackup')}</li>}
        {rows.map((row) => (
          <li key={row.id} className="row">
            <span>
              {t(`backup.${row.kind as 'generator'}`)} <span className="soft small">{row.capacity}</span>
            </span>
            <Button look="subtle" disabled={error !== undefined} onClick={() => value !== undefined && onPut(changeHours(row, value))}>
              {t('asset.sethours', { hours })}
            </Button>
            <Button look="subtle" onClick={() => onRemove('backups', row.id ?? '')}>
              {t('asset.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="row row--end">
        <TextField label={t('asset.hours')} value={hours} onChange={setHours} error={error} inputMode="decimal" short />
        <Button disabled={error !== undefined || !template} onClick={() => template && value !== undefined && onPut(addGenerator(need.id ?? '', rows, template, value))}>
          {t('asset.generator')}
        </Button>
        <Button disabled={error !== undefined} onClick={() => value !== undefined && onPut(addReservoir(need.id ?? '', rows, need.source ?? '', value))}>
          {t('asset.battery')}
        </Button>
      </div>
    </>
  )
}

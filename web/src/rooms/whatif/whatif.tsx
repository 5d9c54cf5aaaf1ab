import { useEffect, useState } from 'react'
import { ApiError, path, withQuery } from '../../api/http'
import type { Rows } from '../../api/types'
import { Button, Empty, Failure, Loaded, Notice, Select, TextField } from '../../components/basics'
import { useWords } from '../../i18n'
import { parseNumber } from '../../i18n/format'
import { useAddress } from '../../state/address'
import { useResource } from '../../state/resource'
import { startRun, useFollowedRun, useRun } from '../../state/run'
import { readStored, writeStored } from '../../state/stored'
import { AssetControls } from './asset-controls'
import { Compare, comparedIds, most, RunLine } from './compare'
import { scaleReserve } from './edits'
import { decodePlan, emptyPlan, encodePlan, inputOf, withoutRow, withRemoved, withRows, type Plan, type PlanRow } from './plan'
import { RunProgress } from './run-progress'

export default function WhatIf() {
  const { t } = useWords()
  const { query, set } = useAddress()
  const { hazards, runs, run, region } = useRun()
  const first = hazards[0]?.id ?? ''
  // The address wins; without a plan in it one goes on where one was.
  const [plan, setPlan] = useState<Plan>(() => (query.plan ? decodePlan(query.plan) : decodePlan(readStored('plan', ''))) ?? emptyPlan(first))
  const [error, setError] = useState<ApiError>()
  const [started, setStarted] = useState<string>()
  useEffect(() => {
    const text = encodePlan(plan)
    writeStored('plan', text)
    set({ plan: text })
  }, [plan, set])
  const put = (rows: PlanRow[]) => setPlan((now) => withRows(now, rows))
  const remove = (table: string, id: string) => setPlan((now) => withRemoved(now, table, id))
  const compared = comparedIds(query.vergelijk ?? run.id)
  const choose = (id: string, chosen: boolean) => set({ vergelijk: (chosen ? [...compared, id] : compared.filter((item) => item !== id)).join(',') || 'geen' })
  // After a reload one goes on following what is being computed.
  const newest = runs.find((item) => item.id === started) ?? runs.find((item) => item.status === 'bezig') ?? runs.find((item) => item.status === 'wachtend')
  const followed = useFollowedRun(newest)
  const busy = followed !== undefined && (followed.status === 'bezig' || followed.status === 'wachtend')
  const finished = followed?.status === 'klaar' ? followed.id : undefined
  useEffect(() => {
    // A run that has just finished joins the comparison.
    if (finished === undefined) return
    const now = comparedIds(new URLSearchParams(window.location.search).get('vergelijk') ?? run.id)
    if (!now.includes(finished)) set({ vergelijk: [...now.filter((id) => id !== 'geen'), finished].slice(-most).join(',') })
  }, [finished, run.id, set])
  const hazard = hazards.find((item) => item.id === plan.hazard)
  const hours = parseNumber(plan.duration)
  const durationError = plan.duration.trim() !== '' && (hours === undefined || hours <= 0 || hours > 336) ? t('plan.duration.error') : undefined
  const compute = () => {
    setError(undefined)
    startRun(inputOf(plan, region.id, defaultName(plan))).then(
      (fresh) => setStarted(fresh.id),
      (reason: unknown) => setError(reason instanceof ApiError ? reason : new ApiError({ status: 0, title: '', detail: String(reason) })),
    )
  }
  const { name } = useWords()
  const defaultName = (of: Plan) => `${hazard ? name(hazard.naam) : of.hazard}${of.put.length + of.remove.length > 0 ? ` + ${t('plan.changed')}` : ''}`
  const shown = compared.flatMap((id) => runs.find((item) => item.id === id) ?? [])
  return (
    <div className="stack stack--wide">
      <header className="stack">
        <h1>{t('whatif.title')}</h1>
        <p className="lead">{t('whatif.text')}</p>
      </header>
      <div className="whatif">
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            compute()
          }}
        >
          <section className="card stack" aria-labelledby="hazard">
            <h2 id="hazard">{t('plan.hazard')}</h2>
            <Select label={t('word.hazard')} value={plan.hazard} options={hazards.map((item) => ({ value: item.id, label: name(item.naam) }))} onChange={(value) => setPlan({ ...plan, hazard: value })} />
            <div className="row row--end">
              <Select
                label={t('plan.season')}
                value={plan.season}
                options={[{ value: '', label: hazard ? t('plan.season.own', { season: t(`season.${hazard.seizoen}`) }) : '' }, ...(['winter', 'spring', 'summer', 'autumn'] as const).map((season) => ({ value: season, label: t(`season.${season}`) }))]}
                onChange={(value) => setPlan({ ...plan, season: value as Plan['season'] })}
              />
              <TextField label={t('plan.duration')} value={plan.duration} onChange={(value) => setPlan({ ...plan, duration: value })} error={durationError} inputMode="decimal" short />
              <Select
                label={t('plan.start')}
                value={(plan.start || hazard?.start || '').slice(11, 13)}
                options={Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')).map((hour) => ({ value: hour, label: t('plan.start.at', { hour: `${hour}:00` }) }))}
                onChange={(value) => {
                  const start = `${(hazard?.start ?? '').slice(0, 10)}T${value}:00`
                  setPlan({ ...plan, start: start === hazard?.start.slice(0, 16) ? '' : start })
                }}
              />
            </div>
          </section>
          <section className="card stack" aria-labelledby="objects">
            <h2 id="objects">{t('plan.objects')}</h2>
            <AssetControls plan={plan} onPut={put} onRemove={remove} />
          </section>
          <section className="card stack" aria-labelledby="reserves">
            <h2 id="reserves">{t('plan.reserves')}</h2>
            <Reserves plan={plan} onPut={put} onDrop={(id) => setPlan((now) => withoutRow(now, 'parameters', id))} />
          </section>
          <PlanList plan={plan} onDrop={(table, id) => setPlan((now) => withoutRow(now, table, id))} />
          <section className="card stack" aria-labelledby="compute">
            <h2 id="compute">{t('plan.compute')}</h2>
            <div className="row row--end">
              <TextField label={t('plan.name')} value={plan.name} onChange={(value) => setPlan({ ...plan, name: value })} hint={t('plan.name.hint', { name: defaultName(plan) })} />
              <Select
                label={t('plan.replicas')}
                value={String(plan.replicas)}
                options={[
                  { value: '200', label: t('plan.replicas.quick') },
                  { value: '500', label: t('plan.replicas.normal') },
                  { value: '2000', label: t('plan.replicas.sure') },
                ]}
                onChange={(value) => setPlan({ ...plan, replicas: Number(value) })}
              />
            </div>
            {error && <Failure error={error} />}
            {busy && followed && <RunProgress run={followed} />}
            {followed?.status === 'klaar' && (
              <Notice kind="ok" live>
                {t('whatif.done', { name: followed.naam })}
              </Notice>
            )}
            {followed?.status === 'mislukt' && <Failure error={new ApiError(followed.fout ?? { status: 500, title: followed.naam, detail: '' })} />}
            <div className="row">
              <Button look="primary" type="submit" disabled={busy || durationError !== undefined}>
                {t('whatif.compute')}
              </Button>
              <Button onClick={() => setPlan(emptyPlan(first))}>{t('whatif.clear')}</Button>
            </div>
          </section>
        </form>
        <div className="stack">
          <section className="card stack" aria-labelledby="runs">
            <h2 id="runs">{t('whatif.runs')}</h2>
            <p className="small soft">{t('whatif.runs.text', { most })}</p>
            {runs.length === 0 ? (
              <Empty title={t('compare.empty')} />
            ) : (
              <ul className="list-plain run-list">
                {runs.map((item) => (
                  <RunLine key={item.id} run={item.id === followed?.id ? followed : item} chosen={compared.includes(item.id)} full={compared.length >= most} onChoose={(chosen) => choose(item.id, chosen)} />
                ))}
              </ul>
            )}
          </section>
          <section className="card stack" aria-labelledby="comparison">
            <h2 id="comparison">{t('compare.title')}</h2>
            <Compare runs={shown} />
          </section>
        </div>
      </div>
    </div>
  )
}

/** Reserves of households: each can be halved, doubled or tripled. */
function Reserves({ plan, onPut, onDrop }: { plan: Plan; onPut: (rows: PlanRow[]) => void; onDrop: (id: string) => void }) {
  const { t, decimal } = useWords()
  const { region } = useRun()
  const list = useResource<Rows>(withQuery(path('regios', region.id, 'tabellen', 'parameters', 'rijen'), { zoek: 'reserve.', paginaGrootte: 200 }))
  return (
    <Loaded of={list} lines={3}>
      {(data) => {
        const reserves = data.rijen.filter((row) => row.id?.startsWith('reserve.') && Number(row.high) > 0)
        if (reserves.length === 0) return <p className="soft">{t('plan.reserves.none')}</p>
        return (
          <ul className="list-plain reserves">
            {reserves.map((row) => {
              const changed = plan.put.find((item) => item.tabel === 'parameters' && item.rij.id === row.id)
              const factor = changed && Number(row.high) > 0 ? Math.round((Number(changed.rij.high) / Number(row.high)) * 10) / 10 : 1
              return (
                <li key={row.id}>
                  <Select
                    label={`${row.parameter ?? ''} (${row.subject ?? ''})`}
                    inline
                    value={String(factor)}
                    options={['0', '0.5', '1', '2', '3'].map((value) => ({ value, label: value === '1' ? t('plan.reserves.same') : `× ${decimal(Number(value))}` }))}
                    onChange={(value) => (value === '1' ? onDrop(row.id ?? '') : onPut([scaleReserve(row, Number(value))]))}
                  />
                </li>
              )
            })}
          </ul>
        )
      }}
    </Loaded>
  )
}

/** What is otherwise than in the stored region, each with a way back. */
function PlanList({ plan, onDrop }: { plan: Plan; onDrop: (table: string, id: string) => void }) {
  const { t } = useWords()
  const lines = [...plan.put.map((row) => ({ table: row.tabel, id: row.rij.id ?? '', removed: false })), ...plan.remove.map((row) => ({ table: row.tabel, id: row.id, removed: true }))]
  if (lines.length === 0) return null
  return (
    <section className="card card--answer stack" aria-labelledby="plan-list">
      <h2 id="plan-list">{t('plan.list', { count: lines.length })}</h2>
      <ul className="list-plain stack stack--tight plan-list">
        {lines.map((line) => (
          <li key={`${line.table}/${line.id}`} className="row row--between">
            <span>
              <span className="tag">{line.removed ? t('plan.removed') : t('plan.put')}</span> {t(`table.${line.table as 'assets'}`)}: <span className="small break">{line.id}</span>
            </span>
            <Button look="subtle" onClick={() => onDrop(line.table, line.id)} aria-label={t('plan.drop.what', { id: line.id })}>
              {t('plan.drop')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

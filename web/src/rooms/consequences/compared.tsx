import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { path, send, type ApiError } from '../../api/http'
import type { Comparison, Estimate, HazardFigures } from '../../api/types'
import { Button, Empty, Failure, Link, Notice, Segments, Skeleton } from '../../components/basics'
import { PlainTable, type TableColumn } from '../../components/table'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { asApiError, forget } from '../../state/resource'
import { governing, useRun } from '../../state/run'
import { emptyPlan, encodePlan } from '../whatif/plan'
import { RunProgress } from '../whatif/run-progress'
import { marksOf, measures, valueOf, worstFirst, type Measure } from './comparison'
import { useComparison } from './use-comparison'

const Chart = lazy(() => import('../../components/chart'))

/** All hazards of the region side by side, computed when somebody asks for it. */
export function Compared() {
  const { t, whole } = useWords()
  const { region } = useRun()
  const { query, set } = useAddress()
  const found = useComparison(query.vergelijking)
  const [error, setError] = useState<ApiError>()
  const ask = () => {
    setError(undefined)
    send<Comparison>('POST', path('dreigingsvergelijkingen'), { regio: region.id, naam: t('compared.title') }).then(
      (job) => {
        forget(path('dreigingsvergelijkingen'))
        if (job) set({ vergelijking: job.id })
      },
      (reason: unknown) => setError(asApiError(reason)),
    )
  }
  const cancel = (id: string) => {
    send('DELETE', path('dreigingsvergelijkingen', id)).then(
      () => forget(path('dreigingsvergelijkingen')),
      (reason: unknown) => setError(asApiError(reason)),
    )
  }
  const start = (
    <p>
      <Button look="primary" onClick={ask}>
        {t('compared.start')}
      </Button>
    </p>
  )
  return (
    <div className="stack">
      <h3 id="vergelijking">{t('compared.title')}</h3>
      {error && <Failure error={error} />}
      {found.state === 'loading' && <Skeleton lines={4} />}
      {found.state === 'failed' && <Failure error={found.error} onRetry={() => set({ vergelijking: undefined })} />}
      {(found.state === 'none' || found.state === 'cancelled' || found.state === 'failed') && (
        <Empty title={t(found.state === 'cancelled' ? 'compared.cancelled' : 'compared.none')}>
          <p className="measure">{t('compared.none.text')}</p>
          {start}
        </Empty>
      )}
      {found.state === 'busy' && (
        <div className="card stack">
          <RunProgress run={found.job} />
          <span>
            <Button onClick={() => cancel(found.job.id)}>{t('run.cancel')}</Button>
          </span>
        </div>
      )}
      {found.state === 'ready' && (
        <>
          {found.job.regioVersie !== region.versie && (
            <Notice kind="warning" title={t('compared.stale')}>
              {start}
            </Notice>
          )}
          <p className="measure">{t('compared.text', { all: whole(found.hazards.length), replicas: whole(found.job.herhalingen) })}</p>
          <Bars rows={found.hazards} />
          <Table rows={found.hazards} />
        </>
      )}
    </div>
  )
}

function useShown(): (value: number | null, measure: Measure) => string {
  const { large, people, hours, decimal } = useWords()
  return useCallback(
    (value, measure) => {
      if (value === null) return '–'
      if (measure === 'unmet') return large(value)
      if (measure === 'late') return decimal(value)
      return measure === 'recovered' ? hours(value) : people(value)
    },
    [large, people, hours, decimal],
  )
}

function Bars({ rows }: { rows: readonly HazardFigures[] }) {
  const { t, name } = useWords()
  const { query, set } = useAddress()
  const shown = useShown()
  const measure = measures.find((item) => item === query.maat) ?? 'unmet'
  // On a narrow screen a name takes more lines, or many would look the same.
  const narrow = window.innerWidth < 720
  const option = useMemo(() => {
    const sorted = worstFirst(rows, measure)
    return {
      grid: { left: 8, right: 72, top: 8, bottom: 8, containLabel: true },
      tooltip: { trigger: 'item' },
      xAxis: { type: 'value', min: 0, axisLabel: { show: false }, splitLine: { show: false } },
      yAxis: { type: 'category', inverse: true, data: sorted.map((row) => name(row.name)), axisLabel: narrow ? { width: 150, overflow: 'break', fontSize: 11, lineHeight: 12 } : { width: 340, overflow: 'truncate' }, axisTick: { show: false } },
      series: [{ type: 'bar', data: sorted.map((row) => valueOf(row, measure)), color: '#154273', barMaxWidth: 14, label: { show: true, position: 'right', formatter: ({ value }: { value: number }) => shown(value, measure) } }],
    }
  }, [rows, measure, name, shown, narrow])
  return (
    <figure className="card stack stack--tight">
      <figcaption>
        <Segments legend={t('compared.by')} value={measure} options={measures.map((item) => ({ value: item, label: t(`compared.${item}`) }))} onChange={(value) => set({ maat: value === 'unmet' ? undefined : value })} />
      </figcaption>
      <Suspense fallback={<Skeleton lines={8} />}>
        <Chart description={t('compared.chart', { measure: t(`compared.${measure}`) })} option={option} height={40 + (narrow ? 42 : 24) * worstFirst(rows, measure).length} />
      </Suspense>
    </figure>
  )
}

function Table({ rows }: { rows: readonly HazardFigures[] }) {
  const { t, name } = useWords()
  const { to } = useAddress()
  const { runs, region, run: inView } = useRun()
  const shown = useShown()
  const marked = useMemo(() => marksOf(rows), [rows])
  const estimate = (row: HazardFigures, measure: Measure): Estimate | null => ({ unmet: row.unmet_person_hours, needs: row.worst_needs, dark: row.worst_dark, late: row.processes_too_late, recovered: row.recovered_h })[measure]
  const columns: TableColumn<HazardFigures>[] = [
    { key: 'name', label: t('word.hazard'), header: true, sort: (row) => name(row.name), cell: (row) => {
      const run = governing(runs, region.id, row.id)
      return (
        <>
          <span>{name(row.name)}</span>
          {row.refused && <div className="small soft">{name(row.refused)}</div>}
          <div className="row small">
            <Link href={to('/wat-als', { plan: encodePlan(emptyPlan(row.id)) })} aria-label={t('hazards.whatif.label', { hazard: name(row.name) })}>
              {t('hazards.whatif')}
            </Link>
            {run?.status === 'klaar' && run.id !== inView.id && (
              <Link href={to('/gevolgen', { run: run.id })} aria-label={t('hazards.show.label', { hazard: name(row.name) })}>
                {t('hazards.show')}
              </Link>
            )}
          </div>
        </>
      )
    } },
    ...measures.map(
      (measure): TableColumn<HazardFigures> => ({
        key: measure,
        minor: measure !== 'unmet' && measure !== 'late',
        label: t(`compared.${measure}`),
        numeric: true,
        sort: (row) => valueOf(row, measure),
        cell: (row) => {
          if (row.refused) return '–'
          const of = estimate(row, measure)
          if (!of) return <span title={t('compared.kept')}>–</span>
          const mark = marked.get(row.id)?.[measure]
          return (
            <>
              <strong className="nowrap">{shown(of.mean, measure)}</strong>
              {mark && (
                <>
                  <br />
                  <span className={mark === 'best' ? 'tag tag--good' : 'tag tag--bad'}>{mark === 'best' ? `✓ ${t('compared.mildest')}` : `✗ ${t('compared.worst')}`}</span>
                </>
              )}
              <br />
              <span className="soft small nowrap">{`${shown(of.p5, measure)} – ${of.p95 === null && measure === 'recovered' ? t('compared.beyond', { hours: row.horizon_h }) : shown(of.p95, measure)}`}</span>
            </>
          )
        },
      }),
    ),
    { key: 'class', minor: true, label: t('hazards.class'), sort: (row) => row.national_class, cell: (row) => row.national_class ?? '–' },
  ]
  return <PlainTable caption={t('compared.caption')} rows={rows} id={(row) => row.id} columns={columns} />
}

import { Fragment, lazy, Suspense, useMemo } from 'react'
import type { MeasurePlan } from '../../api/types'
import { Skeleton } from '../../components/basics'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { frontLines, isPlayed, unitOf } from './money'
import { Part } from '../../components/part'
import { useAmount, useShare } from './words'

const Chart = lazy(() => import('../../components/chart'))

/** What less and more money buys, and the worth of the next thousand euros by year. */
export function Front({ plan }: { plan: MeasurePlan }) {
  const { t, name, euros, percent, precise, whole, large, decimal } = useWords()
  const amount = useAmount(plan.rule)
  const share = useShare()
  const lines = useMemo(() => frontLines(plan.front), [plan])
  const half = lines.find((line) => line.share === 0.5)
  const full = lines.find((line) => line.share === 1)
  const unit = unitOf(plan.rule)
  const option = useMemo(() => {
    const shown = (value: number) => (unit === 'hours' ? large(value) : unit === 'share' ? share(value) : precise(value))
    return {
      grid: { left: 16, right: 24, top: 36, bottom: 40, containLabel: true },
      tooltip: { trigger: 'item', formatter: (point: { value: [number, number] }) => `${euros(point.value[0])}<br>${amount(point.value[1])}` },
      xAxis: { type: 'value', min: 0, splitNumber: 4, name: t('money.front.x'), nameLocation: 'middle', nameGap: 28, axisLabel: { formatter: (value: number) => decimal(value / 1e6), hideOverlap: true } },
      yAxis: { type: 'value', min: 0, splitNumber: 4, name: t(`money.front.y.${unit}`), nameTextStyle: { align: 'left' }, axisLabel: { formatter: shown } },
      series: [
        {
          type: 'line',
          data: lines.map((line) => [line.budget, line.value]),
          symbol: 'circle',
          symbolSize: 9,
          lineStyle: { color: '#154273', width: 2 },
          itemStyle: { color: '#154273' },
          ...(full && { markLine: { symbol: 'none', silent: true, lineStyle: { color: '#17212d', type: 'dashed' }, label: { formatter: t('money.front.now'), position: 'end' }, data: [{ xAxis: full.budget }] } }),
        },
      ],
    }
  }, [lines, full, unit, amount, share, euros, precise, large, decimal, t])
  return (
    <Part id="front" title={t('money.part.front')} answer={<p>{half && full && full.value > 0 ? t('money.front.text', { share: percent(half.value / full.value), cost: euros(half.cost) }) : t(lines.length === 0 ? 'money.front.none' : 'money.front.caption')}</p>}>
      {lines.length > 0 && (
        <div className="stack">
          <figure className="stack stack--tight">
            <figcaption className="small soft">{t('money.front.caption')}</figcaption>
            <Suspense fallback={<Skeleton lines={6} />}>
              <Chart description={t('money.front.description', { count: lines.length, least: amount(lines[0]?.value ?? 0), most: amount(lines.at(-1)?.value ?? 0) })} option={option} height={320} />
            </Suspense>
          </figure>
          <PlainTable
            caption={t('money.front.table')}
            rows={lines}
            id={(line) => String(line.share)}
            chosen={full && String(full.share)}
            columns={[
              { key: 'share', label: t('money.front.share'), header: true, numeric: true, cell: (line) => percent(line.share) },
              { key: 'budget', label: t('money.budget'), numeric: true, cell: (line) => euros(line.budget) },
              { key: 'cost', minor: true, label: t('money.cost'), numeric: true, cell: (line) => euros(line.cost) },
              { key: 'value', label: t('money.front.value'), numeric: true, cell: (line) => amount(line.value) },
              { key: 'measures', minor: true, label: t('money.count.short'), numeric: true, cell: (line) => whole(line.measures) },
              { key: 'gain', minor: true, label: t('money.front.gain'), numeric: true, cell: (line) => (line.gain === null ? '–' : amount(line.gain)) },
            ]}
          />
        </div>
      )}
      {plan.next_1000_euro.length > 0 && (
        <div className="card card--quiet stack stack--tight">
          <h3>{t('money.next')}</h3>
          <dl className="dl">
            {plan.years.map((year, index) => (
              <Fragment key={year.year}>
                <dt>{t('money.next.year', { year: year.year })}</dt>
                <dd>{(plan.next_1000_euro[index] ?? 0) > 0 ? t('money.next.gain', { amount: amount(plan.next_1000_euro[index] ?? 0) }) : t('money.next.none')}</dd>
              </Fragment>
            ))}
          </dl>
        </div>
      )}
      {plan.one_by_one && plan.one_by_one.order.length > 0 && (
        <div className="card card--quiet stack stack--tight">
          <h3>{t('money.order')}</h3>
          <p>{t('money.order.text')}</p>
          <ol className="columns">
            {plan.one_by_one.order.map((id) => (
              <li key={id}>{name(plan.measures.find((measure) => measure.id === id)?.name ?? { nl: id, en: id })}</li>
            ))}
          </ol>
        </div>
      )}
      <p className="small soft">{t(isPlayed(plan.front) ? 'money.surrogate.next' : 'money.surrogate')}</p>
    </Part>
  )
}

import { lazy, Suspense, useMemo, useState } from 'react'
import type { PeopleCurve } from '../../api/types'
import { Skeleton } from '../../components/basics'
import { LongTable } from '../../components/table'
import { useWords } from '../../i18n'
import { moment } from '../../i18n/format'

const Chart = lazy(() => import('../../components/chart'))

export interface CourseLine {
  name: string
  mean: readonly (number | null)[]
  low?: readonly (number | null)[] | undefined
  high?: readonly (number | null)[] | undefined
}

export const lineOf = (name: string, curve: PeopleCurve): CourseLine => ({ name, mean: curve.mean, low: curve.p5, high: curve.p95 })

const colours = ['#154273', '#b4501f']

/** The course of the region by hour, with its spread and the clock; a click on the chart sets the clock. */
export function Course({ title, lines, hour, start, unit, onHour, heading: Heading = 'h2' }: { title: string; lines: readonly CourseLine[]; hour: number; start: string; unit: 'people' | 'share'; onHour: (hour: number) => void; heading?: 'h2' | 'h3' }) {
  const { t, people, percent, language } = useWords()
  const shown = unit === 'people' ? people : percent
  const [open, setOpen] = useState(false)
  const patch = useMemo(
    () => ({ series: [{ id: 'line0', markLine: { symbol: 'none', silent: true, animation: false, label: { formatter: t('course.at', { hour }) }, lineStyle: { color: '#17212d', type: 'solid', width: 2 }, data: [{ xAxis: hour }] } }] }),
    [hour, t],
  )
  const option = useMemo(
    () => ({
      grid: { left: 68, right: 16, top: 34, bottom: 34 },
      legend: { top: 0, left: 60, data: lines.map((line) => line.name), selectedMode: false },
      tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => shown(value as number), axisPointer: { type: 'line' } },
      xAxis: { type: 'value', min: 0, max: (lines[0]?.mean.length ?? 1) - 1, interval: 24, axisLabel: { formatter: '{value}' }, name: t('course.hours'), nameLocation: 'end', nameGap: -24, nameTextStyle: { verticalAlign: 'top', padding: [26, 0, 0, 0] } },
      yAxis: { type: 'value', min: 0, ...(unit === 'people' && { minInterval: 1 }), axisLabel: { formatter: (value: number) => shown(value) } },
      series: lines.flatMap((line, index) => [
        ...(line.low && line.high
          ? [
              { type: 'line', name: `${line.name} P5`, data: line.low.map((value, at) => [at, value]), lineStyle: { opacity: 0 }, stack: `band${index}`, symbol: 'none', silent: true, tooltip: { show: false }, stackStrategy: 'all' },
              { type: 'line', name: `${line.name} P95`, data: line.high.map((value, at) => [at, (value ?? 0) - (line.low?.[at] ?? 0)]), lineStyle: { opacity: 0 }, areaStyle: { color: colours[index], opacity: 0.16 }, stack: `band${index}`, symbol: 'none', silent: true, tooltip: { show: false }, stackStrategy: 'all' },
            ]
          : []),
        {
          type: 'line',
          id: `line${index}`,
          name: line.name,
          data: line.mean.map((value, at) => [at, value]),
          color: colours[index],
          lineStyle: { width: 2.5, type: index === 0 ? 'solid' : 'dashed' },
          symbol: 'none',
        },
      ]),
    }),
    [lines, shown, t, unit],
  )
  const hours = useMemo(() => (lines[0]?.mean ?? []).map((_, at) => at), [lines])
  return (
    <figure className="card stack stack--tight">
      <figcaption>
        <Heading>{title}</Heading>
      </figcaption>
      <Suspense fallback={<Skeleton lines={6} />}>
        <Chart description={t('course.description', { title })} option={option} patch={patch} onHour={onHour} />
      </Suspense>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('course.table')}</summary>
        {open && <LongTable
          caption={title}
          rows={hours}
          id={(at) => String(at)}
          height="20rem"
          columns={[
            { key: 'hour', label: t('course.hours'), header: true, numeric: true, cell: (at) => at },
            { key: 'moment', label: t('course.moment'), cell: (at) => moment(start, at, language) },
            ...lines.flatMap((line, index) => [
              { key: `m${index}`, label: line.name, numeric: true, cell: (at: number) => shown(line.mean[at]) },
              ...(line.low ? [{ key: `l${index}`, minor: true, label: 'P5', numeric: true, cell: (at: number) => shown(line.low?.[at]) }] : []),
              ...(line.high ? [{ key: `h${index}`, minor: true, label: 'P95', numeric: true, cell: (at: number) => shown(line.high?.[at]) }] : []),
            ]),
          ]}
        />}
      </details>
    </figure>
  )
}

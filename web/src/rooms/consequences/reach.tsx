import { useMemo } from 'react'
import { path } from '../../api/http'
import type { Reach, Results } from '../../api/types'
import { Button, Empty, Loaded, Select } from '../../components/basics'
import { KeyFigure, useRange } from '../../components/figures'
import { LongTable, PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import type { Clock } from '../../state/clock'
import { useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import { ClockBar } from '../map/clock-bar'
import { Course } from '../map/course'
import { costOfWaiting } from './figures'
import { Part } from './part'

/** Who can be told what, by hour and by channel, and the messages that reach most people in time. */
export function ReachPart({ results, clock }: { results: Results; clock: Clock }) {
  const { t, percent, whole } = useWords()
  const reach = results.reach
  return (
    <Part id="bereik" title={t('consequences.reach')} lead={reach ? t('reach.summary', { first: percent(reach.reached.mean[0]), one: percent(reach.reached.mean[1]), four: percent(reach.reached.mean[4]), all: whole(results.residents) }) : t('reach.none.text')}>
      {reach ? <Told reach={reach} results={results} clock={clock} /> : <Empty title={t('reach.none')} />}
    </Part>
  )
}

function Told({ reach, results, clock }: { reach: Reach; results: Results; clock: Clock }) {
  const { t, name, people, percent, hours } = useWords()
  const range = useRange()
  const { query, set } = useAddress()
  const channel = reach.channels.find((item) => item.id === query.kanaal) ?? reach.channels[0]
  const lines = useMemo(
    () => [
      { name: t('reach.all'), mean: reach.reached.mean, low: reach.reached.p5, high: reach.reached.p95 },
      ...(channel ? [{ name: name(channel.name), mean: channel.reached }] : []),
    ],
    [reach, channel, name, t],
  )
  const plan = reach.plan
  const at = (series: readonly (number | null)[], hour: number) => percent(series[Math.min(hour, series.length - 1)])
  return (
    <>
      <ul className="figures" aria-label={t('reach.plan')}>
        <KeyFigure value={people(plan.reached.p50)} range={range(people(plan.reached.p5), people(plan.reached.p95))}>
          {t('reach.plan.reached', { hours: hours(plan.deadline_h) })}
        </KeyFigure>
        <KeyFigure value={people(plan.bound)}>{t('reach.plan.bound')}</KeyFigure>
      </ul>
      <ClockBar clock={clock} start={results.run.start} />
      <div className="grid-2">
        <div className="stack">
          <div className="controls">
            <Select label={t('reach.channel')} value={channel?.id ?? ''} options={reach.channels.map((item) => ({ value: item.id, label: name(item.name) }))} onChange={(value) => set({ kanaal: value })} />
          </div>
          <Course heading="h3" title={t('reach.course')} lines={lines} hour={clock.hour} start={results.run.start} unit="share" onHour={clock.to} />
          <p className="small soft">{t('reach.overlap', { low: at(reach.at_least, clock.hour), high: at(reach.at_most, clock.hour), hour: clock.hour })}</p>
        </div>
        <div className="stack">
          <PlainTable
            caption={t('reach.messages')}
            rows={plan.messages}
            id={(message) => `${message.channel}/${message.send_h}`}
            columns={[
              { key: 'channel', label: t('reach.channel'), header: true, cell: (message) => name(message.name) },
              { key: 'send', label: t('reach.send'), numeric: true, cell: (message) => hours(message.send_h) },
              { key: 'arrives', label: t('reach.arrives'), numeric: true, cell: (message) => hours(message.arrives_h) },
              { key: 'gained', label: t('reach.gained'), numeric: true, cell: (message) => people(message.gained) },
              { key: 'reached', label: t('reach.sum'), numeric: true, cell: (message) => people(message.reached) },
            ]}
          />
          <PlainTable
            caption={t('reach.waiting')}
            rows={costOfWaiting(plan)}
            id={(start) => String(start.send)}
            columns={[
              { key: 'send', label: t('reach.notbefore'), header: true, cell: (start) => (start.send === 0 ? t('reach.atonce') : hours(start.send)) },
              { key: 'reached', label: t('reach.intime'), numeric: true, cell: (start) => people(start.reached) },
              { key: 'lost', label: t('reach.lost'), numeric: true, cell: (start) => people(start.lost) },
            ]}
          />
        </div>
      </div>
      <PlainTable
        caption={t('reach.channels')}
        rows={reach.channels}
        id={(item) => item.id}
        chosen={channel?.id}
        columns={[
          { key: 'name', label: t('reach.channel'), header: true, sort: (item) => name(item.name), cell: (item) => name(item.name) },
          { key: 'needs', label: t('reach.needs'), cell: (item) => t(item.needs_nothing ? 'reach.needs.nothing' : 'reach.needs.power') },
          { key: 'delay', label: t('reach.delay'), numeric: true, sort: (item) => item.delay_h, cell: (item) => hours(item.delay_h) },
          ...[0, 1, 4, 12, 24].map((hour) => ({ key: `h${hour}`, label: t('reach.after', { hour }), numeric: true, sort: (item: Reach['channels'][number]) => item.reached[hour] ?? null, cell: (item: Reach['channels'][number]) => percent(item.reached[hour]) })),
        ]}
      />
      <Places hour={clock.hour} names={results} />
    </>
  )
}

/** Reach by area at the hour of the clock. It stands in the whole results only, which are large: fetched when asked for. */
function Places({ hour, names }: { hour: number; names: Results }) {
  const { t, percent } = useWords()
  const { query, set } = useAddress()
  const { run } = useRun()
  const open = query.bereikgebieden === 'ja'
  const whole = useResource<Results>(open ? path('doorrekeningen', run.id, 'uitkomsten') : undefined)
  const town = new Map(names.municipalities.map((item) => [item.id, item.name]))
  return (
    <div className="stack">
      <p className="no-print">
        <Button pressed={open} onClick={() => set({ bereikgebieden: open ? undefined : 'ja' })}>
          {t('reach.areas.show')}
        </Button>
      </p>
      {open && (
        <Loaded of={whole} lines={6}>
          {(data) => {
            const of = new Map(data.areas.map((area) => [area.id, area]))
            return (
              <LongTable
                caption={t('reach.areas', { hour })}
                rows={data.reach?.areas ?? []}
                id={(area) => area.id}
                start={{ key: 'mean', down: false }}
                height="24rem"
                columns={[
                  { key: 'id', label: t('word.area'), header: true, sort: (area) => area.id, cell: (area) => of.get(area.id)?.name ?? area.id },
                  { key: 'town', label: t('word.municipality'), sort: (area) => town.get(of.get(area.id)?.municipality ?? '') ?? null, cell: (area) => town.get(of.get(area.id)?.municipality ?? '') ?? '' },
                  { key: 'mean', label: t('reach.areas.share', { hour }), numeric: true, sort: (area) => area.mean[hour] ?? null, cell: (area) => percent(area.mean[hour]) },
                  { key: 'p5', label: 'P5', numeric: true, sort: (area) => area.p5[hour] ?? null, cell: (area) => percent(area.p5[hour]) },
                  { key: 'p95', label: 'P95', numeric: true, sort: (area) => area.p95[hour] ?? null, cell: (area) => percent(area.p95[hour]) },
                ]}
              />
            )
          }}
        </Loaded>
      )}
    </div>
  )
}

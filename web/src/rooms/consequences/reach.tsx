import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { path } from '../../api/http'
import type { AreaReach, Reach, Results, RunFile } from '../../api/types'
import { Button, Loaded, Select } from '../../components/basics'
import { colourOf } from '../../components/colours'
import { KeyFigure, useRange } from '../../components/figures'
import { LongTable, PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import type { Clock } from '../../state/clock'
import { useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import { ClockBar } from '../map/clock-bar'
import { Course } from '../map/course'
import { RegionMap } from '../map/region-map'
import { useLabels, useOutlines } from '../map/use-places'
import { Legend } from '../overview/services'
import { costOfWaiting, mostDifferent, worthAgreeing, type Latest } from './figures'
import { Missing, useNone } from './left-out'
import { Part } from '../../components/part'

/** Who can be told what, by hour and by channel, and the messages that reach most people in time. */
export function ReachPart({ results, clock }: { results: Results; clock: Clock }) {
  const { t, percent, whole } = useWords()
  const none = useNone()
  const { query } = useAddress()
  const reach = results.reach
  return (
    <Part id="bereik" title={t('consequences.reach')} asked={query.kanaal !== undefined || query.gebied !== undefined} answer={<><p className="lead measure">{reach ? t('reach.summary', { first: percent(reach.reached.mean[0]), one: percent(reach.reached.mean[1]), four: percent(reach.reached.mean[4]), all: whole(results.residents) }) : none(t('reach.none.text'))}</p>{!reach && <Missing tables={['channels']} />}</>}>
      {reach && <Told reach={reach} results={results} clock={clock} />}
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
              { key: 'send', minor: true, label: t('reach.send'), numeric: true, cell: (message) => hours(message.send_h) },
              { key: 'arrives', label: t('reach.arrives'), numeric: true, cell: (message) => hours(message.arrives_h) },
              { key: 'gained', label: t('reach.gained'), numeric: true, cell: (message) => people(message.gained) },
              { key: 'reached', minor: true, label: t('reach.sum'), numeric: true, cell: (message) => people(message.reached) },
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
          { key: 'needs', minor: true, label: t('reach.needs'), cell: (item) => t(item.needs_nothing ? 'reach.needs.nothing' : 'reach.needs.power') },
          { key: 'delay', minor: true, label: t('reach.delay'), numeric: true, sort: (item) => item.delay_h, cell: (item) => hours(item.delay_h) },
          ...[0, 1, 4, 12, 24].map((hour) => ({ key: `h${hour}`, minor: hour !== 1 && hour !== 24, label: t('reach.after', { hour }), numeric: true, sort: (item: Reach['channels'][number]) => item.reached[hour] ?? null, cell: (item: Reach['channels'][number]) => percent(item.reached[hour]) })),
        ]}
      />
      <Places clock={clock} results={results} />
      <div className="grid-2">
        <Beforehand results={results} />
        <Drafts />
      </div>
    </>
  )
}

/** Whom a message reaches, area by area, at the hour of the clock: on the map and as a table. */
function Places({ clock, results }: { clock: Clock; results: Results }) {
  const hour = useDeferredValue(clock.hour)
  const { t, percent, people } = useWords()
  const { query, set } = useAddress()
  const { run } = useRun()
  const outlines = useOutlines()
  const reach = useResource<AreaReach>(path('doorrekeningen', run.id, 'uitkomsten', 'bereik'))
  const town = useMemo(() => new Map(results.municipalities.map((item) => [item.id, item.name])), [results])
  const shares = useMemo(() => new Map(reach.data?.gebieden.map((area) => [area.id, colourOf(1 - (area.gemiddelde[hour] ?? 0))])), [reach.data, hour])
  const areas = useMemo(() => reach.data && { behoefte: '', soort: 'unmet' as const, uren: reach.data.uren, gebieden: reach.data.gebieden }, [reach.data])
  const labels = useLabels(results, outlines.data, areas)
  const differs = useMemo(() => (reach.data ? mostDifferent(reach.data.gebieden, reach.data.uren) : 0), [reach.data])
  // Without an hour in the address the map opens at the one that tells most: at others all areas may look alike.
  const open = query.uur === undefined && differs > 0
  const move = useRef(clock.to)
  useEffect(() => {
    if (open) move.current(differs)
  }, [open, differs])
  const chosen = query.gebied
  const picked = reach.data?.gebieden.find((area) => area.id === chosen)
  const pick = (id: string) => set({ gebied: id === chosen ? undefined : id })
  if (reach.error?.status === 404) return <p className="soft">{t('reach.areas.none')}</p>
  return (
    <div className="stack">
      <h3>{t('reach.areas', { hour })}</h3>
      {differs > 0 && differs !== hour && (
        <p>
          <Button onClick={() => clock.to(differs)}>{t('reach.differs', { hour: differs })}</Button>
        </p>
      )}
      <Loaded of={reach} lines={8}>
        {(data) => (
          <div className="maps">
            <figure className="stack stack--tight">
              <RegionMap label={t('reach.map')} labels={labels} colours={shares} chosen={chosen} onPick={pick} />
              <figcaption className="stack stack--tight">
                <span className="small">{t('reach.legend')}</span>
                <Legend />
              </figcaption>
            </figure>
            <div className="maps__side stack">
              {picked && (
                <p className="card" role="status">
                  {t('reach.picked', { area: picked.naam, residents: people(picked.inwoners), share: percent(picked.gemiddelde[hour]), low: percent(picked.p5[hour]), high: percent(picked.p95[hour]), hour })}
                </p>
              )}
              <LongTable
                caption={t('reach.areas', { hour })}
                rows={data.gebieden}
                id={(area) => area.id}
                chosen={chosen}
                start={{ key: 'mean', down: false }}
                height="26rem"
                columns={[
                  {
                    key: 'id',
                    label: t('word.area'),
                    header: true,
                    sort: (area) => area.naam,
                    cell: (area) => (
                      <button type="button" className="link-button" onClick={() => pick(area.id)}>
                        {area.naam}
                      </button>
                    ),
                  },
                  { key: 'town', minor: true, label: t('word.municipality'), sort: (area) => town.get(area.gemeente ?? '') ?? null, cell: (area) => town.get(area.gemeente ?? '') ?? '' },
                  { key: 'mean', label: t('reach.areas.share', { hour }), numeric: true, sort: (area) => area.gemiddelde[hour] ?? null, cell: (area) => percent(area.gemiddelde[hour]) },
                  { key: 'range', label: 'P5–P95', numeric: true, sort: (area) => area.p5[hour] ?? null, cell: (area) => `${percent(area.p5[hour])}–${percent(area.p95[hour])}` },
                ]}
              />
            </div>
          </div>
        )}
      </Loaded>
    </div>
  )
}

/** What needs no channel, because everybody knows it before: said beside what does. */
function Beforehand({ results }: { results: Results }) {
  const { t, name, hours } = useWords()
  const agreed = results.decision_clock?.decisions.filter((item) => item.kind !== 'warning' && item.through === null) ?? []
  const gains = results.decision_clock ? worthAgreeing(results.decision_clock) : []
  const time = (latest: Latest) => (latest.kind === 'hour' ? (latest.hour === 0 ? t('deadline.atonce') : hours(latest.hour)) : t(`deadline.${latest.kind}`))
  const always = results.reach?.channels.filter((item) => item.needs_nothing) ?? []
  return (
    <div className="stack stack--tight">
      <h3>{t('reach.beforehand')}</h3>
      <p className="measure">{t('reach.beforehand.text')}</p>
      {agreed.length + always.length + gains.length === 0 ? (
        <p className="soft">{t('reach.beforehand.none')}</p>
      ) : (
        <ul>
          {agreed.map((item) => (
            <li key={item.id}>{t('reach.beforehand.decision', { what: name(item.name), owner: name(item.owner) })}</li>
          ))}
          {gains.map(({ decision, called, agreed }) => (
            <li key={decision.id}>{t('reach.beforehand.gain', { what: name(decision.name), owner: name(decision.owner), called: time(called), agreed: time(agreed) })}</li>
          ))}
          {always.map((item) => (
            <li key={item.id}>{t('reach.beforehand.channel', { channel: name(item.name) })}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The messages of the plan as drafts that an alerting system reads; they say of themselves that they are an exercise. */
function Drafts() {
  const { t, whole } = useWords()
  const { run } = useRun()
  const files = useResource<{ bestanden: RunFile[] }>(path('doorrekeningen', run.id, 'bestanden'))
  return (
    <div className="stack stack--tight">
      <h3>{t('reach.cap')}</h3>
      <p className="measure">{t('reach.cap.text')}</p>
      <Loaded of={files} lines={2}>
        {(data) => {
          const drafts = data.bestanden.filter((file) => /^cap-.*\.xml$/.test(file.naam))
          if (drafts.length === 0) return <p className="soft">{t('reach.cap.none')}</p>
          return (
            <ul>
              {drafts.map((file) => (
                <li key={file.naam}>
                  <a href={path('doorrekeningen', run.id, 'bestanden', file.naam)} download>
                    {file.naam}
                  </a>{' '}
                  <span className="small soft">{t('reach.cap.bytes', { bytes: whole(file.bytes) })}</span>
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
    </div>
  )
}

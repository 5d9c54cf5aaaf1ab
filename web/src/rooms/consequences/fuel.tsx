import { useMemo } from 'react'
import type { Estimate, Operations, Results } from '../../api/types'
import { Select, Unconfirmed } from '../../components/basics'
import { KeyFigure, WithNote, useRange } from '../../components/figures'
import { LongTable, PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { moment } from '../../i18n/format'
import { useAddress } from '../../state/address'
import type { Clock } from '../../state/clock'
import { Course } from '../map/course'
import { emptyDay, trucksOf } from './figures'
import { FuelMap } from './fuel-map'
import { Missing, useNone } from './left-out'
import { Part } from '../../components/part'

/** What is scarce: fuel by day, who runs dry, other orders of helping, the timetable of the trucks, and relief. */
export function Fuel({ results, clock }: { results: Results; clock: Clock }) {
  const { t, people, whole } = useWords()
  const none = useNone()
  const { query } = useAddress()
  const operations = results.operations
  const empty = operations ? emptyDay(operations) : undefined
  const lead = () => {
    if (!operations) return none(t('fuel.none.text'))
    const values = { trucks: whole(operations.trucks), depots: whole(operations.depots), sets: whole(operations.mobile_sets), stock: whole(operations.stock_l), dry: people(operations.dry_tanks.p50), day: whole(empty ?? 0) }
    return empty === undefined ? t('fuel.summary', values) : t('fuel.summary.empty', values)
  }
  return (
    <Part id="brandstof" title={t('consequences.fuel')} asked={query.wagen !== undefined} answer={<><p className="lead measure">{lead()}</p>{!operations && <Missing tables={['resources']} />}</>}>
      {operations && <Scarce operations={operations} results={results} clock={clock} />}
    </Part>
  )
}

function Scarce({ operations, results, clock }: { operations: Operations; results: Results; clock: Clock }) {
  const { t, name, people, large, percent, hours, whole, decimal, language } = useWords()
  const range = useRange()
  const { query, set } = useAddress()
  const queue = useMemo(() => [{ name: t('fuel.queue.line'), mean: operations.queue.mean, low: operations.queue.p5, high: operations.queue.p95 }], [operations, t])
  const trucks = trucksOf(operations.plan)
  // All trucks at once are a knot of lines; one is a trip that can be read.
  const truck = query.wagen === 'alle' || (query.wagen && trucks.includes(query.wagen)) ? query.wagen : (trucks[0] ?? 'alle')
  const stops = operations.plan.filter((stop) => truck === 'alle' || stop.truck === truck)
  const litres = (estimate: Estimate) => (
    <>
      {people(estimate.mean)}
      <br />
      <span className="soft small">{`${people(estimate.p5)}–${people(estimate.p95)}`}</span>
    </>
  )
  return (
    <>
      <ul className="figures">
        <KeyFigure value={people(operations.dry_tanks.p50)} range={range(people(operations.dry_tanks.p5), people(operations.dry_tanks.p95))}>{t('fuel.dry')}</KeyFigure>
        <KeyFigure value={people(operations.dry_hours.p50)} range={range(people(operations.dry_hours.p5), people(operations.dry_hours.p95))}>{t('fuel.dryhours')}</KeyFigure>
        <KeyFigure value={people(operations.deliveries.p50)} range={range(people(operations.deliveries.p5), people(operations.deliveries.p95))}>{t('fuel.deliveries')}</KeyFigure>
      </ul>
      <div className="grid-2">
        <PlainTable
          caption={t('fuel.days')}
          rows={operations.days}
          id={(day) => String(day.day)}
          columns={[
            { key: 'day', label: t('fuel.day'), header: true, numeric: true, cell: (day) => day.day },
            { key: 'burnt', minor: true, label: t('fuel.burnt'), numeric: true, cell: (day) => litres(day.burnt_l) },
            { key: 'delivered', label: t('fuel.delivered'), numeric: true, cell: (day) => litres(day.delivered_l) },
            { key: 'stock', label: t('fuel.stock'), numeric: true, cell: (day) => litres(day.stock_l) },
            {
              key: 'bar',
              minor: true,
              label: t('fuel.share'),
              cell: (day) => {
                const share = operations.stock_l > 0 ? (day.stock_l.mean ?? 0) / operations.stock_l : 0
                return (
                  <>
                    <span className="bar" aria-hidden="true">
                      <span style={{ inlineSize: `${share * 100}%` }} />
                    </span>
                    <span className="small">{percent(share)}</span>
                  </>
                )
              },
            },
          ]}
        />
        <Course heading="h3" title={t('fuel.queue')} lines={queue} hour={clock.hour} start={results.run.start} unit="people" onHour={clock.to} />
      </div>
      <PlainTable
        caption={t('fuel.orders')}
        rows={operations.orders}
        id={(order) => order.id}
        chosen={operations.order}
        columns={[
          { key: 'name', label: t('fuel.order'), header: true, cell: (order) => <>{name(order.name)}{order.id === operations.order && <> <span className="tag">{t('fuel.planned')}</span></>}</> },
          { key: 'dry', label: t('fuel.order.dry'), numeric: true, sort: (order) => order.dry_tanks.mean, cell: (order) => litres(order.dry_tanks) },
          { key: 'hours', minor: true, label: t('fuel.order.hours'), numeric: true, sort: (order) => order.dry_hours.mean, cell: (order) => litres(order.dry_hours) },
          { key: 'more', label: t('fuel.order.more'), numeric: true, sort: (order) => order.unmet_person_hours_more, cell: (order) => (order.id === operations.order ? '–' : `${order.unmet_person_hours_more > 0 ? '+' : ''}${large(order.unmet_person_hours_more)} ± ${large(order.unmet_person_hours_more_error)}`) },
        ]}
      />
      <h3>{t('fuel.tanks')}</h3>
      {operations.tanks.length === 0 ? (
        <p className="soft">{t('fuel.open')}</p>
      ) : (
        <LongTable
          caption={t('fuel.tanks')}
          rows={operations.tanks}
          id={(tank) => tank.id}
          rowHeight={52}
          height="24rem"
          columns={[
            { key: 'name', label: t('word.asset'), header: true, sort: (tank) => name(tank.name), cell: (tank) => <>{name(tank.name)}{tank.mobile && ` (${t('fuel.mobile')})`} <Unconfirmed confirmed={tank.confirmed} short /></> },
            { key: 'chance', label: t('fuel.chance'), numeric: true, sort: (tank) => tank.dry_probability, cell: (tank) => percent(tank.dry_probability) },
            { key: 'hours', label: t('fuel.dry.mean'), numeric: true, sort: (tank) => tank.dry_h, cell: (tank) => hours(tank.dry_h) },
            { key: 'wait', minor: true, label: t('fuel.wait'), numeric: true, sort: (tank) => tank.wait_h, cell: (tank) => hours(tank.wait_h) },
            { key: 'use', minor: true, label: t('fuel.perhour'), numeric: true, sort: (tank) => tank.litres_per_h, cell: (tank) => decimal(tank.litres_per_h) },
            { key: 'rank', minor: true, label: t('fuel.rank'), numeric: true, sort: (tank) => tank.rank, cell: (tank) => whole(tank.rank) },
            { key: 'people', minor: true, label: t('fuel.people'), numeric: true, sort: (tank) => tank.people, cell: (tank) => people(tank.people) },
          ]}
        />
      )}
      <h3>{t('fuel.plan')}</h3>
      {operations.plan.length === 0 ? (
        <p className="soft">{t('fuel.open')}</p>
      ) : (
        <>
          <p>
            {t('fuel.plan.text', { replica: operations.plan_replica })} <Unconfirmed />
          </p>
          <div className="controls">
            <Select label={t('fuel.truck')} value={truck} options={[{ value: 'alle', label: t('fuel.truck.all') }, ...trucks.map((id) => ({ value: id, label: t('fuel.truck.one', { id }) }))]} onChange={(value) => set({ wagen: value })} />
          </div>
          <FuelMap operations={operations} results={results} clock={clock} truck={truck} />
          <LongTable
            caption={t('fuel.plan')}
            rows={stops}
            start={{ key: 'arrived', down: false }}
            id={(stop) => `${stop.truck}/${stop.trip}/${stop.arrived_h}/${stop.place.nl}`}
            height="24rem"
            columns={[
              { key: 'arrived', label: t('fuel.arrives'), header: true, sort: (stop) => stop.arrived_h, cell: (stop) => moment(results.run.start, stop.arrived_h, language) },
              { key: 'truck', minor: true, label: t('fuel.truck'), numeric: true, sort: (stop) => Number(stop.truck) || stop.truck, cell: (stop) => stop.truck },
              { key: 'place', label: t('fuel.place'), sort: (stop) => name(stop.place), cell: (stop) => (stop.depot ? t('fuel.place.back', { place: name(stop.place) }) : name(stop.place)) },
              { key: 'drive', minor: true, label: t('fuel.drive'), numeric: true, sort: (stop) => stop.arrived_h - stop.left_h, cell: (stop) => hours(stop.arrived_h - stop.left_h) },
              { key: 'litres', label: t('fuel.litres'), numeric: true, sort: (stop) => stop.litres, cell: (stop) => (stop.depot ? '–' : people(stop.litres)) },
              { key: 'left', minor: true, label: t('fuel.left'), numeric: true, sort: (stop) => (stop.depot ? null : stop.tank_left_h), cell: (stop) => (stop.depot ? '–' : hours(stop.tank_left_h)) },
            ]}
          />
        </>
      )}
      <h3>{t('fuel.relief')}</h3>
      {operations.relief.length === 0 ? (
        <p className="soft">{t('fuel.open')}</p>
      ) : (
        <PlainTable
          caption={t('fuel.relief.caption')}
          rows={operations.relief}
          id={(roster) => roster.id}
          columns={[
            { key: 'name', label: t('fuel.roster'), header: true, sort: (roster) => name(roster.name), cell: (roster) => <>{name(roster.name)} <Unconfirmed confirmed={roster.confirmed} short /></> },
            { key: 'strength', minor: true, label: t('fuel.strength'), numeric: true, sort: (roster) => roster.strength, cell: (roster) => t('fuel.teams', { people: whole(roster.strength), teams: whole(roster.teams), hours: hours(roster.shift_h) }) },
            { key: 'required', minor: true, label: t('fuel.required'), numeric: true, sort: (roster) => roster.required, cell: (roster) => whole(roster.required) },
            { key: 'present', label: t('fuel.present'), numeric: true, sort: (roster) => roster.present.mean, cell: (roster) => <WithNote value={decimal(roster.present.mean ?? 0)} note={`${decimal(roster.present.p5 ?? 0)}–${decimal(roster.present.p95 ?? 0)}`} /> },
            { key: 'shifts', minor: true, label: t('fuel.shifts'), numeric: true, sort: (roster) => roster.shifts_72h, cell: (roster) => whole(roster.shifts_72h) },
            { key: 'short', label: t('fuel.short'), numeric: true, sort: (roster) => roster.short_probability, cell: (roster) => percent(roster.short_probability) },
          ]}
        />
      )}
    </>
  )
}

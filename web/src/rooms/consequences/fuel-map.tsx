import { useDeferredValue, useMemo } from 'react'
import type { Operations, Results } from '../../api/types'
import { Unconfirmed } from '../../components/basics'
import type { MapLine, MapPoint } from '../../components/map'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { moment } from '../../i18n/format'
import { useAddress } from '../../state/address'
import type { Clock } from '../../state/clock'
import { ClockBar } from '../map/clock-bar'
import { RegionMap } from '../map/region-map'
import { legsAt, servedUntil, trucksAt, type TruckNow } from './trips'

const colours = { depot: '#17212d', waiting: '#ffffff', served: '#1b6a3c', truck: '#b4501f' } as const
const legColours = { done: '#7c8a9a', now: '#b4501f', next: '#154273' } as const

/** The timetable of the trucks on the map, at the hour of the clock; the same as a table beside it. */
export function FuelMap({ operations, results, clock, truck }: { operations: Operations; results: Results; clock: Clock; truck: string }) {
  const { t, name, hours, people, language } = useWords()
  const { query, set } = useAddress()
  // The clock itself answers at once; map and table follow as fast as they can draw.
  const hour = useDeferredValue(clock.hour)
  const plan = useMemo(() => operations.plan.filter((stop) => truck === 'alle' || stop.truck === truck), [operations, truck])
  const now = useMemo(() => trucksAt(plan, hour), [plan, hour])
  const served = useMemo(() => servedUntil(plan, hour), [plan, hour])
  const places = useMemo(() => servedUntil(plan, 0), [plan])
  const points = useMemo((): MapPoint[] => [...places.map((item) => ({ id: `plek/${item.id}`, name: name(item.name), place: item.at })), ...now.map((item) => ({ id: `wagen/${item.truck}`, name: t('fuel.truck.one', { id: item.truck }), place: item.at }))], [places, now, name, t])
  const paint = useMemo(() => new Map<string, string>([...served.map((item): [string, string] => [`plek/${item.id}`, item.depot ? colours.depot : item.visits > 0 ? colours.served : colours.waiting]), ...now.map((item): [string, string] => [`wagen/${item.truck}`, colours.truck])]), [served, now])
  const lines = useMemo((): MapLine[] => legsAt(plan, hour).map((leg) => ({ id: `${leg.stop.truck}/${leg.stop.left_h}`, path: [leg.stop.from, leg.stop.to].map((pair) => [pair[0] ?? 0, pair[1] ?? 0] as const), colour: legColours[leg.state], width: leg.state === 'now' ? 4 : 2 })), [plan, hour])
  const chosen = query.plek
  const picked = served.find((item) => `plek/${item.id}` === chosen)
  const where = (item: TruckNow) => {
    if (!item.stop) return t('fuel.now.start')
    return item.doing === 'drives' ? t('fuel.now.to', { place: name(item.stop.place) }) : name(item.stop.place)
  }
  return (
    <div className="stack">
      <ClockBar clock={clock} start={results.run.start} />
      <div className="maps">
        <figure className="stack stack--tight">
          <RegionMap label={t('fuel.map')} points={points} lines={lines} also={places.map((item) => item.at)} colours={paint} chosen={chosen} onPick={(id) => set({ plek: id === chosen || !id.startsWith('plek/') ? undefined : id })} />
          <figcaption>
            <ul className="legend" aria-label={t('legend')}>
              {(['depot', 'waiting', 'served', 'truck'] as const).map((kind) => (
                <li key={kind}>
                  <span className="swatch swatch--round" style={{ background: colours[kind] }} />
                  {t(`fuel.map.${kind}`)}
                </li>
              ))}
              {(['now', 'done', 'next'] as const).map((kind) => (
                <li key={kind}>
                  <span className="swatch swatch--line" style={{ background: legColours[kind] }} />
                  {t(`fuel.leg.${kind}`)}
                </li>
              ))}
            </ul>
            <p className="small soft">{t('fuel.map.straight')}</p>
          </figcaption>
        </figure>
        <div className="maps__side stack">
          <PlainTable
            caption={t('fuel.now', { hour })}
            rows={now}
            id={(item) => item.truck}
            columns={[
              { key: 'truck', label: t('fuel.truck'), header: true, numeric: true, sort: (item) => Number(item.truck) || item.truck, cell: (item) => item.truck },
              { key: 'doing', label: t('fuel.now.doing'), sort: (item) => t(`fuel.doing.${item.doing}`), cell: (item) => t(`fuel.doing.${item.doing}`) },
              { key: 'where', label: t('fuel.now.where'), sort: where, cell: where },
              { key: 'until', minor: true, label: t('fuel.now.until'), sort: (item) => item.until ?? null, cell: (item) => (item.until === undefined ? '–' : moment(results.run.start, item.until, language)) },
            ]}
          />
          {picked && (
            <div className="card stack stack--tight" role="status">
              <strong>
                {name(picked.name)} <Unconfirmed short />
              </strong>
              <span>{picked.depot ? t('fuel.map.depot') : t('fuel.served', { visits: picked.visits, litres: people(picked.litres), hours: hours(hour) })}</span>
            </div>
          )}
        </div>
      </div>
    </div>
  )
}

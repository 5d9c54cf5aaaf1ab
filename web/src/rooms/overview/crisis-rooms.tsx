import { path, withQuery } from '../../api/http'
import type { ProcessOutcome, Results, Rows } from '../../api/types'
import { Link, Unconfirmed } from '../../components/basics'
import { RangeDots } from '../../components/figures'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import { encodePlan, emptyPlan } from '../whatif/plan'
import { crisisRooms, limitingNeed, longest, measuresFor, missingBackups, nearlyFirst, sameNeedOf, type CrisisRoom } from './crisis'

/** The question of this workbench in one place: who loses the crisis room first, why, and what would keep it up. */
export function CrisisRooms({ results }: { results: Results }) {
  const { t, name, hours, hoursRange, percent } = useWords()
  const { query, set, to } = useAddress()
  const rooms = crisisRooms(results)
  const chosen = rooms.find((room) => room.organisation.id === query.gemeente) ?? rooms[0]
  if (!chosen) return null
  const horizon = results.run.horizon_h
  return (
    <section className="stack" aria-labelledby="crisis">
      <h2 id="crisis">{t('crisis.title')}</h2>
      <div className="grid-2 grid-2--answer">
        <CrisisAnswer rooms={rooms} chosen={chosen} horizon={horizon} />
        <PlainTable
          caption={t('crisis.table')}
          hideCaption
          rows={rooms}
          id={(room) => room.organisation.id}
          chosen={chosen.organisation.id}
          columns={[
            {
              key: 'name',
              label: t('word.municipality'),
              header: true,
              sort: (room) => room.organisation.name,
              cell: (room) => (
                <button type="button" className="link-button" aria-pressed={room === chosen} onClick={() => set({ gemeente: room.organisation.id })}>
                  {room.organisation.name}
                </button>
              ),
            },
            { key: 'first', label: t('crisis.first'), numeric: true, sort: (room) => room.process.first_failure_h.p50, cell: (room) => hours(room.process.first_failure_h.p50, horizon) },
            {
              key: 'range',
              label: t('crisis.range'),
              cell: (room) => (
                <RangeDots
                  estimate={room.process.first_failure_h}
                  max={horizon}
                  label={hoursRange(room.process.first_failure_h.p5, room.process.first_failure_h.p95, horizon)}
                />
              ),
            },
            { key: 'over', minor: true, label: t('crisis.over', { mtpd: hours(chosen.process.mtpd_h) }), numeric: true, sort: (room) => room.process.mtpd_exceeded.mean, cell: (room) => percent(room.process.mtpd_exceeded.mean) },
          ]}
        />
      </div>
      <p className="small soft">
        {t('crisis.method')} <Link href={to('/continuiteit', { organisatie: chosen.organisation.id, proces: chosen.process.id })}>{t('crisis.more', { process: name(chosen.process.name) })}</Link>
      </p>
    </section>
  )
}

function CrisisAnswer({ rooms, chosen, horizon }: { rooms: readonly CrisisRoom[]; chosen: CrisisRoom; horizon: number }) {
  const { t, name, hours, hoursRange, percent } = useWords()
  const { process, organisation } = chosen
  const [limiting] = process.limiting
  const tied = nearlyFirst(rooms)
  const isFirst = chosen === rooms[0]
  const others = tied.filter((room) => room !== chosen).map((room) => room.organisation.name)
  const first = process.first_failure_h
  return (
    <div className="card card--answer stack" aria-live="polite">
      <p className="lead">
        <strong>{organisation.name}</strong>{' '}
        {isFirst ? t('crisis.is.first') : t('crisis.is.later', { place: rooms.indexOf(chosen) + 1, all: rooms.length })}{' '}
        <strong>{hours(first.p50, horizon)}</strong> ({t('crisis.spread', { range: hoursRange(first.p5, first.p95, horizon) })}).
        {isFirst && others.length > 0 && ` ${t('crisis.tied', { names: others.join(', ') })}`}
      </p>
      <dl className="stack">
        <div>
          <dt>
            <strong>{t('crisis.why')}</strong>
          </dt>
          <dd>
            {limiting ? (
              <>
                {t('crisis.because', { what: name(limiting.what), share: percent(limiting.share) })} <Unconfirmed confirmed={limiting.confirmed} />
              </>
            ) : (
              t('crisis.unknown')
            )}
          </dd>
        </div>
        <div>
          <dt>
            <strong>{t('crisis.remedy')}</strong>
          </dt>
          <dd>
            <Remedy rooms={rooms} chosen={chosen} />
          </dd>
        </div>
      </dl>
    </div>
  )
}

/** What those have that hold out longer, what strengthening gains, which measures are in the register; each with a way to compute it. */
function Remedy({ rooms, chosen }: { rooms: readonly CrisisRoom[]; chosen: CrisisRoom }) {
  const { t, name, hours, percent, euros, language } = useWords()
  const { to } = useAddress()
  const { region, run } = useRun()
  const need = limitingNeed(chosen.process)
  const best = longest(rooms)
  const peer = best && best !== chosen && (best.process.first_failure_h.p50 ?? Infinity) > 2 * (chosen.process.first_failure_h.p50 ?? Infinity) ? best : undefined
  const rowsOf = (table: string, column: string, value: string | undefined) =>
    value === undefined ? undefined : withQuery(path('regios', region.id, 'tabellen', table, 'rijen'), { kolom: column, waarde: value, paginaGrootte: 50 })
  const own = useResource<Rows>(rowsOf('backups', 'need', peer && need))
  const others = useResource<Rows>(rowsOf('backups', 'need', peer && need && sameNeedOf(need, chosen.organisation.id, peer.organisation.id)))
  const measures = useResource<Rows>(withQuery(path('regios', region.id, 'tabellen', 'measures', 'rijen'), { paginaGrootte: 200 }))
  const outcome = useResource<ProcessOutcome>(path('doorrekeningen', run.id, 'uitkomsten', 'processen', chosen.process.id))
  const extra = own.data && others.data && need ? missingBackups(own.data.rijen, others.data.rijen, need) : []
  const asset = need?.slice(0, need.lastIndexOf('/'))
  const listed = measures.data && asset ? measuresFor(measures.data.rijen, asset).slice(0, 3) : []
  const held = outcome.data?.heldView?.horizons.find((horizon) => horizon.gains.length > 0)
  const gains = held?.gains.slice(0, 3) ?? []
  const plan = extra.length > 0 ? { ...emptyPlan(run.dreiging), name: t('crisis.plan', { place: chosen.organisation.name }), put: extra.map((row) => ({ tabel: 'backups', rij: row })) } : undefined
  return (
    <ul className="stack stack--tight">
      {peer && extra.length > 0 && (
        <li>
          {t('crisis.peer', { peer: peer.organisation.name, hours: hours(peer.process.first_failure_h.p50), kinds: [...new Set(extra.map((row) => t(`backup.${row.kind as 'generator'}`)))].join(', ') })}{' '}
          {plan && <Link href={to('/wat-als', { plan: encodePlan(plan) })}>{t('crisis.compute')}</Link>}
        </li>
      )}
      {gains.map((gain, index) => (
        <li key={`gain-${index}`}>
          {held && t('crisis.gain', { what: name(gain.what), hours: hours(held.horizon_h), from: percent(held.probability), into: percent(gain.probability_without) })}
        </li>
      ))}
      {listed.map((row) => (
        <li key={row.id}>
          {t('crisis.measure', { measure: (language === 'nl' ? row.name_nl : row.name_en) ?? '', once: euros(Number(row.cost_once_eur)), yearly: euros(Number(row.cost_year_eur)) })}
        </li>
      ))}
      {!peer && gains.length === 0 && listed.length === 0 && <li>{t('crisis.nothing')}</li>}
    </ul>
  )
}

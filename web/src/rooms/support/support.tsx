import { useMemo, useRef, useState } from 'react'
import { path, send, withQuery, type ApiError } from '../../api/http'
import type { Rows, SupportPlan, SupportPoint } from '../../api/types'
import { Button, Check, Empty, Failure, Loaded, Notice, TextField, Unconfirmed } from '../../components/basics'
import { FillTables } from '../../components/fill'
import { KeyFigure } from '../../components/figures'
import type { MapPoint } from '../../components/map'
import { LongTable, PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { asApiError, useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import { RegionMap } from '../map/region-map'
import { PlanChange } from './plan-change'
import { PointDossier } from './point-dossier'
import { exactly, idsOf, nearestCandidate, solveAgain, textOf, toggled, type Edits, type SolveRequest } from './plan'
import { usePlacement, type Placement } from './placement'

const colours = { local: '#154273', coordinating: '#b4501f', water: '#3a8fb7', candidate: '#ffffff', closed: '#8b1f2b', added: '#1b6a3c' } as const

export default function Support() {
  const { t } = useWords()
  const { run } = useRun()
  const { query } = useAddress()
  const plan = useResource<SupportPlan | null>(path('doorrekeningen', run.id, 'uitkomsten', 'noodsteunpunten'))
  const solved = usePlacement(query.plaatsing)
  if (plan.state === 'failed' && plan.error.status === 404) return <NoPlan />
  return (
    <Loaded of={plan} lines={10}>
      {(data) =>
        data === null ? (
          <NoPlan />
        ) : (
          <>
            {solved.state === 'failed' && <Failure error={solved.error} />}
            {solved.state === 'cancelled' && (
              <Notice live>{t('support.cancelled')}</Notice>
            )}
            <Room plan={solved.state === 'ready' ? solved.plan : data} before={solved.state === 'ready' ? data : undefined} solving={solved.state === 'busy' ? solved.placement : undefined} />
          </>
        )
      }
    </Loaded>
  )
  function NoPlan() {
    return (
      <div className="stack">
        <h1>{t('support.title')}</h1>
        <Empty title={t('support.none')}>
          <p>{t('support.none.text')}</p>
          <FillTables tables={['support_points', 'walks']} />
        </Empty>
      </div>
    )
  }
}

/** Candidates of the region with their places. */
function useCandidates(): { id: string; name: string; level: string; place: readonly [number, number] }[] {
  const { region } = useRun()
  const rows = useResource<Rows>(withQuery(path('regios', region.id, 'tabellen', 'support_points', 'rijen'), { paginaGrootte: 1000 }))
  return useMemo(
    () => (rows.data?.rijen ?? []).flatMap((row) => (row.lon && row.lat ? [{ id: row.id ?? '', name: row.name ?? '', level: row.level ?? '', place: [Number(row.lon), Number(row.lat)] as const }] : [])),
    [rows.data],
  )
}

function Room({ plan, before, solving }: { plan: SupportPlan; before: SupportPlan | undefined; solving: Placement | undefined }) {
  const { t, name, whole, percent, decimal, euros, people } = useWords()
  const { query, set } = useAddress()
  const { region, results, run } = useRun()
  const candidates = useCandidates()
  const [error, setError] = useState<ApiError>()
  const asked = useRef<Record<string, string | undefined>>({})
  const edits: Edits = { closed: idsOf(query.dicht), added: idsOf(query.erbij), pinned: idsOf(query.vast) }
  const chosen = query.punt
  const withCandidates = query.kandidaten === 'ja'
  const point = plan.points.find((item) => item.id === chosen)
  const candidate = point ? undefined : candidates.find((item) => item.id === chosen)
  const { points, paint } = useMemo(() => {
    const own = new Set(plan.points.map((item) => item.id))
    const closed = new Set(idsOf(query.dicht))
    const added = new Set(idsOf(query.erbij))
    const shown: MapPoint[] = []
    const paint = new Map<string, string>()
    for (const item of candidates) {
      if (own.has(item.id) || (!withCandidates && !added.has(item.id))) continue
      shown.push({ id: item.id, name: item.name, place: item.place })
      paint.set(item.id, added.has(item.id) ? colours.added : colours.candidate)
    }
    for (const item of plan.points) {
      if (item.lon === null || item.lat === null) continue
      shown.push({ id: item.id, name: item.name, place: [item.lon, item.lat] })
      paint.set(item.id, closed.has(item.id) ? colours.closed : colours[item.level])
    }
    return { points: shown, paint }
  }, [plan, candidates, query.dicht, query.erbij, withCandidates])
  const pick = (id: string) => {
    if (paint.has(id)) set({ punt: id === chosen ? undefined : id })
  }
  const close = (id: string) => set({ dicht: textOf(toggled(edits.closed, id)), erbij: textOf(edits.added.filter((item) => item !== id)) })
  const add = (id: string) => set({ erbij: textOf(toggled(edits.added, id)) })
  const pin = (id: string) => set({ vast: textOf(toggled(edits.pinned, id)) })
  const moved = (id: string, place: [number, number]) => {
    const level = plan.points.find((item) => item.id === id)?.level ?? 'local'
    const free = candidates.filter((item) => item.level === level)
    const target = nearestCandidate(free, place, new Set([...plan.points.map((item) => item.id), ...edits.added]))
    if (!target) return
    set({ dicht: textOf([...edits.closed.filter((item) => item !== id), id]), erbij: textOf([...edits.added, target]), punt: target })
  }
  const solve = (request: SolveRequest) => {
    setError(undefined)
    asked.current = { plaatsing: query.plaatsing, dicht: query.dicht, erbij: query.erbij }
    send<Placement>('POST', path('plaatsingen'), { regio: region.id, dreiging: run.dreiging, seizoen: results.data?.run.season ?? null, coordinerend: plan.coordinating, doel: plan.objective, aanpassing: run.aanpassing, ...request }).then(
      (placement) => placement && set({ plaatsing: placement.id, dicht: undefined, erbij: undefined, punt: undefined }, true),
      (reason: unknown) => setError(asApiError(reason)),
    )
  }
  const cancel = (id: string) => {
    // What was changed on the map comes back: it led to this choice.
    const back = { plaatsing: undefined, dicht: undefined, erbij: undefined, ...asked.current }
    send('DELETE', path('plaatsingen', id)).then(
      () => set(back, true),
      (reason: unknown) => setError(asApiError(reason)),
    )
  }
  const count = edits.closed.length + edits.added.length
  const walking = plan.walking
  const proof = plan.proofs[0]
  const staff = plan.rosters.reduce((sum, row) => sum + row.needed_at_once, 0)
  const busy = solving !== undefined
  return (
    <div className="stack stack--wide">
      <header className="stack">
        <h1>{t('support.title')}</h1>
        <p className="lead">{t('support.lead', { local: whole(plan.local), coordinating: whole(plan.coordinating), candidates: whole(plan.candidates_local + plan.candidates_coordinating), objective: name(plan.objective_name) })}</p>
        <ul className="figures" aria-label={t('overview.figures')}>
          <KeyFigure value={t('support.minutes', { minutes: decimal(walking.minutes_mean) })} range={t('support.minutes.range', { p95: walking.minutes_p95 === null ? '> 45' : decimal(walking.minutes_p95), longest: decimal(walking.minutes_longest) })}>
            {t('support.walk')}
          </KeyFigure>
          <KeyFigure value={percent(walking.within_reach)} range={t('support.unreached', { count: people(walking.unreached) })}>
            {t('support.reach', { minutes: whole(walking.reach_minutes) })}
          </KeyFigure>
          <KeyFigure value={percent(plan.demand.over_capacity)} range={t('range', { low: people(plan.demand.visitors_per_day.p5), high: t('support.visitors', { count: people(plan.demand.visitors_per_day.p95) }) })}>
            {t('support.over')}
          </KeyFigure>
          <KeyFigure value={whole(staff)} range={t('support.cost', { once: euros(plan.cost_once_eur), yearly: euros(plan.cost_year_eur) })}>
            {t('support.staff')}
          </KeyFigure>
        </ul>
        {proof && (
          <p className="small soft">
            {t('support.proof', { value: whole(proof.value), bound: whole(proof.bound), unit: name(proof.unit), gap: decimal(proof.gap * 100, 2) })}
          </p>
        )}
      </header>
      {before && <PlanChange before={before} after={plan} onBack={() => set({ plaatsing: undefined }, true)} />}
      {busy && (
        <Notice title={t('support.solving')} live>
          <div className="stack stack--tight">
            <progress className="progress" value={solving.deel} max={1} aria-label={t('support.solving')} />
            <div className="row row--between">
              <span>{solving.status === 'wachtend' ? t('status.wachtend') : percent(solving.deel)}</span>
              <Button onClick={() => cancel(solving.id)}>{t('support.cancel')}</Button>
            </div>
          </div>
        </Notice>
      )}
      {error && <Failure error={error} />}
      <section className="card card--quiet stack" aria-labelledby="edit">
        <h2 id="edit">{t('support.edit')}</h2>
        <p className="small">{t('support.edit.text')}</p>
        <p role="status">{count + edits.pinned.length === 0 ? t('support.edit.none') : t('support.edit.count', { closed: edits.closed.length, added: edits.added.length, pinned: edits.pinned.length })}</p>
        <div className="row">
          <Button look="primary" disabled={count === 0 || busy} onClick={() => solve(exactly(plan, edits))}>
            {t('support.exactly')}
          </Button>
          <Button disabled={count + edits.pinned.length === 0 || busy} onClick={() => solve(solveAgain(plan, edits))}>
            {t('support.again')}
          </Button>
          <Button disabled={count + edits.pinned.length === 0} onClick={() => set({ dicht: undefined, erbij: undefined, vast: undefined })}>
            {t('support.reset')}
          </Button>
          <Check label={t('support.candidates')} checked={withCandidates} onChange={(value) => set({ kandidaten: value ? 'ja' : undefined })} />
        </div>
        <AddByName candidates={candidates} plan={plan} edits={edits} onAdd={add} />
      </section>
      <div className="maps">
        <figure className="stack stack--tight">
          <figcaption>
            <SupportLegend withCandidates={withCandidates} />
          </figcaption>
          <RegionMap label={t('support.map')} points={points} colours={paint} chosen={chosen} onPick={pick} onMoved={moved} />
        </figure>
        <div className="stack">
          {point ? (
            <PointDossier plan={plan} point={point} closed={edits.closed.includes(point.id)} pinned={edits.pinned.includes(point.id)} onClosePoint={() => close(point.id)} onPin={() => pin(point.id)} onClose={() => set({ punt: undefined })} />
          ) : candidate ? (
            <section className="card stack" aria-labelledby="candidate">
              <h2 id="candidate">{candidate.name}</h2>
              <p>
                {t('support.candidate')} <Unconfirmed />
              </p>
              <Button onClick={() => add(candidate.id)}>{edits.added.includes(candidate.id) ? t('support.notadd') : t('support.add')}</Button>
            </section>
          ) : (
            <Empty title={t('support.choose')} />
          )}
        </div>
      </div>
      <p className="small soft">{results.data?.run.attributions.join(' · ')}</p>
      <PointTable plan={plan} edits={edits} chosen={chosen} onPick={pick} onClosePoint={close} />
      <Rosters plan={plan} />
      <Assumptions plan={plan} />
    </div>
  )
}

/** Adding a point without the map: by its name. */
function AddByName({ candidates, plan, edits, onAdd }: { candidates: readonly { id: string; name: string; level: string }[]; plan: SupportPlan; edits: Edits; onAdd: (id: string) => void }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const own = new Set(plan.points.map((point) => point.id))
  const wanted = text.trim().toLowerCase()
  const found = wanted.length < 2 ? [] : candidates.filter((item) => item.level === 'local' && !own.has(item.id) && !edits.added.includes(item.id) && `${item.name} ${item.id}`.toLowerCase().includes(wanted)).slice(0, 6)
  return (
    <div className="stack stack--tight">
      <TextField label={t('support.addbyname')} value={text} onChange={setText} inputMode="search" />
      {wanted.length >= 2 && found.length === 0 && <p role="status">{t('asset.none')}</p>}
      <ul className="list-plain">
        {found.map((item) => (
          <li key={item.id} className="row">
            <span>{item.name}</span>
            <Button
              look="subtle"
              onClick={() => {
                onAdd(item.id)
                setText('')
              }}
              aria-label={t('support.add.what', { name: item.name })}
            >
              {t('support.add')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function SupportLegend({ withCandidates }: { withCandidates: boolean }) {
  const { t } = useWords()
  const shown = ['local', 'coordinating', 'closed', 'added', ...(withCandidates ? (['candidate'] as const) : [])] as const
  return (
    <ul className="legend" aria-label={t('legend')}>
      {shown.map((kind) => (
        <li key={kind}>
          <span className="swatch swatch--round" style={{ background: colours[kind] }} />
          {t(`support.kind.${kind}`)}
        </li>
      ))}
    </ul>
  )
}

function PointTable({ plan, edits, chosen, onPick, onClosePoint }: { plan: SupportPlan; edits: Edits; chosen: string | undefined; onPick: (id: string) => void; onClosePoint: (id: string) => void }) {
  const { t, whole, decimal, percent } = useWords()
  const load = (point: SupportPoint) => (point.capacity_per_h ? point.visitors_per_h / point.capacity_per_h : null)
  return (
    <section className="stack" aria-labelledby="points">
      <h2 id="points">{t('support.points')}</h2>
      <LongTable
        caption={t('support.points')}
        rows={plan.points}
        id={(point) => point.id}
        chosen={chosen}
        start={{ key: 'load', down: true }}
        rowHeight={46}
        columns={[
          {
            key: 'name',
            label: t('support.point'),
            header: true,
            sort: (point) => point.name,
            cell: (point) => (
              <>
                <button type="button" className="link-button" aria-pressed={point.id === chosen} onClick={() => onPick(point.id)}>
                  {point.name}
                </button>{' '}
                <Unconfirmed confirmed={point.confirmed} short /> {edits.closed.includes(point.id) && <span className="tag tag--bad">{t('support.kind.closed')}</span>} {edits.pinned.includes(point.id) && <span className="tag">{t('support.pinned')}</span>}
              </>
            ),
          },
          { key: 'level', minor: true, label: t('support.level'), sort: (point) => point.level, cell: (point) => t(`support.kind.${point.level as 'local'}`) },
          { key: 'municipality', minor: true, label: t('word.municipality'), sort: (point) => point.municipality, cell: (point) => point.municipality },
          { key: 'residents', minor: true, label: t('word.residents'), numeric: true, sort: (point) => point.residents, cell: (point) => whole(point.residents) },
          { key: 'walk', label: t('support.walk.short'), numeric: true, sort: (point) => point.minutes_mean, cell: (point) => `${decimal(point.minutes_mean)} (${decimal(point.minutes_p95)})` },
          { key: 'load', label: t('support.load'), numeric: true, sort: load, cell: (point) => (load(point) === null ? '–' : <span className={(load(point) ?? 0) > 1 ? 'bad' : undefined}>{`${(load(point) ?? 0) > 1 ? '▲ ' : ''}${percent(load(point))}`}</span>) },
          { key: 'staff', minor: true, label: t('support.staff.short'), numeric: true, sort: (point) => point.staff, cell: (point) => whole(point.staff) },
          {
            key: 'close',
            minor: true,
            label: t('support.close'),
            cell: (point) => (
              <Button look="subtle" onClick={() => onClosePoint(point.id)} aria-label={t(edits.closed.includes(point.id) ? 'support.open.what' : 'support.close.what', { name: point.name })}>
                {t(edits.closed.includes(point.id) ? 'support.open' : 'support.close')}
              </Button>
            ),
          },
        ]}
      />
    </section>
  )
}

function Rosters({ plan }: { plan: SupportPlan }) {
  const { t, whole, percent } = useWords()
  if (plan.rosters.length === 0) return null
  return (
    <section className="stack" aria-labelledby="rosters">
      <h2 id="rosters">{t('support.rosters')}</h2>
      <PlainTable
        caption={t('support.rosters.caption')}
        rows={plan.rosters}
        id={(row) => row.municipality}
        columns={[
          { key: 'name', label: t('word.municipality'), header: true, sort: (row) => row.municipality, cell: (row) => row.municipality },
          { key: 'points', minor: true, label: t('support.points.short'), numeric: true, sort: (row) => row.points, cell: (row) => whole(row.points) },
          { key: 'needed', minor: true, label: t('support.needed'), numeric: true, sort: (row) => row.needed_at_once, cell: (row) => whole(row.needed_at_once) },
          { key: 'present', label: t('support.present'), numeric: true, sort: (row) => row.present_called.p50, cell: (row) => `${whole(row.present_called.p50 ?? 0)} (${whole(row.present_called.p5 ?? 0)}–${whole(row.present_called.p95 ?? 0)})` },
          { key: 'short', label: t('support.short'), numeric: true, sort: (row) => row.short_chance, cell: (row) => percent(row.short_chance) },
          { key: 'unstaffed', minor: true, label: t('support.unstaffed'), numeric: true, sort: (row) => row.unstaffed_share, cell: (row) => percent(row.unstaffed_share) },
        ]}
      />
    </section>
  )
}

function Assumptions({ plan }: { plan: SupportPlan }) {
  const { t, name, percent, whole } = useWords()
  if (plan.assumptions.length === 0) return null
  return (
    <section className="stack" aria-labelledby="assumptions">
      <h2 id="assumptions">{t('support.assumptions')}</h2>
      <PlainTable
        caption={t('support.assumptions.caption')}
        rows={plan.assumptions}
        id={(row) => row.id}
        columns={[
          { key: 'name', label: t('support.assumption'), header: true, cell: (row) => name(row.name) },
          { key: 'other', minor: true, label: t('support.other'), numeric: true, cell: (row) => whole(row.other_points) },
          { key: 'regret', label: t('support.regret'), numeric: true, cell: (row) => percent(row.regret_share) },
          { key: 'flips', label: t('support.flips'), cell: (row) => (row.flips ? <span className="tag tag--warn">{t('yes')}</span> : t('no')) },
        ]}
      />
    </section>
  )
}

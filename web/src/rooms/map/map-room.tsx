import { useDeferredValue, useMemo, useState } from 'react'
import type { Results } from '../../api/types'
import { Empty, Failure, Loaded, Segments, Select, Skeleton, Unconfirmed } from '../../components/basics'
import { colourOf, differenceColourOf, differenceColours } from '../../components/colours'
import type { MapGroup } from '../../components/map'
import { LongTable, type TableColumn } from '../../components/table'
import { useWords, type Key } from '../../i18n'
import { useAddress } from '../../state/address'
import { useClock } from '../../state/clock'
import { useRun } from '../../state/run'
import { Legend } from '../overview/services'
import { ClockBar } from './clock-bar'
import { Course, lineOf, type CourseLine } from './course'
import { PlacePanel } from './place-panel'
import { RegionMap } from './region-map'
import { placesOf, pointsOf, seriesOf, useLabels, useLayers, useOutlines, type PlaceRow } from './use-places'
import { viewOf, type View } from './view'

export default function MapRoom() {
  const { results } = useRun()
  return <Loaded of={results} lines={10}>{(data) => <Room results={data} />}</Loaded>
}

function Controls({ view, results }: { view: View; results: Results }) {
  const { t, name } = useWords()
  const { set } = useAddress()
  const { runs, run } = useRun()
  const needs = results.needs.map((need) => ({ value: need.id, label: name(need.name) }))
  return (
    <div className="row row--end controls">
      <Segments
        legend={t('map.layer')}
        value={view.layer}
        options={[
          { value: 'behoefte', label: t('map.layer.need') },
          { value: 'dienst', label: t('map.layer.service') },
          { value: 'groep', label: t('map.layer.group') },
        ]}
        onChange={(value) => set({ laag: value, plek: undefined })}
      />
      {view.layer === 'dienst' ? (
        <Select label={t('word.service')} value={view.service} options={results.services.map((service) => ({ value: service.id, label: name(service.name) }))} onChange={(value) => set({ dienst: value, plek: undefined })} />
      ) : (
        <Select label={t('word.need')} value={view.need} options={needs} onChange={(value) => set({ behoefte: value })} />
      )}
      {view.layer === 'groep' && <Select label={t('word.group')} value={view.group} options={results.groups.filter((group) => group.id !== 'all').map((group) => ({ value: group.id, label: name(group.name) }))} onChange={(value) => set({ groep: value })} />}
      {view.layer === 'behoefte' && (
        <Select
          label={t('map.kind')}
          value={view.kind}
          options={[
            { value: 'unmet', label: t('map.kind.unmet') },
            { value: 'without', label: t('map.kind.without') },
          ]}
          onChange={(value) => set({ soort: value })}
        />
      )}
      <Segments
        legend={t('map.span')}
        value={view.span}
        options={[
          { value: 'nu', label: t('map.span.now') },
          { value: 'totnu', label: t('map.span.sofar') },
        ]}
        onChange={(value) => set({ tot: value })}
      />
      <Select
        label={t('map.other')}
        value={view.other ?? ''}
        options={[{ value: '', label: t('map.other.none') }, ...runs.filter((item) => item.id !== run.id && item.status === 'klaar').map((item) => ({ value: item.id, label: item.naam || item.dreiging }))]}
        onChange={(value) => set({ met: value, beeld: undefined }, true)}
      />
      {view.other && (
        <Segments
          legend={t('map.comparison')}
          value={view.comparison}
          options={[
            { value: 'naast', label: t('map.comparison.beside') },
            { value: 'verschil', label: t('map.comparison.difference') },
          ]}
          onChange={(value) => set({ beeld: value })}
        />
      )}
    </div>
  )
}

function Room({ results }: { results: Results }) {
  const { t, name } = useWords()
  const { query, set } = useAddress()
  const { run, runs } = useRun()
  const view = viewOf(query, results.needs.map((need) => need.id), results.groups.map((group) => group.id), results.services.map((service) => service.id))
  const clock = useClock(results.run.horizon_h)
  // The clock itself answers at once; map, chart and table follow as fast as they can draw.
  const hour = useDeferredValue(clock.hour)
  const names = useMemo(() => new Map(results.municipalities.map((place) => [place.id, place.name])), [results])
  const outlines = useOutlines()
  const mine = useLayers(run.id, view)
  const theirs = useLayers(view.other, view)
  const labels = useLabels(results, outlines.data, mine.areas.data)
  const [group] = useState<MapGroup>(() => ({ maps: new Set() }))
  const places = placesOf(mine, view, hour, names)
  const otherPlaces = view.other ? placesOf(theirs, view, hour, names) : undefined
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the points change with the list, not with every look at it
  const points = useMemo(() => pointsOf(mine, view), [mine.list.data, view.layer])
  const otherName = runs.find((item) => item.id === view.other)?.naam ?? ''
  const subject = name((view.layer === 'dienst' ? results.services.find((item) => item.id === view.service)?.name : results.needs.find((item) => item.id === view.need)?.name) ?? { nl: '', en: '' })
  const title = view.layer === 'groep' ? t('map.title.group', { subject, group: name(results.groups.find((item) => item.id === view.group)?.name ?? { nl: '', en: '' }) }) : view.layer === 'dienst' ? t('map.title.service', { subject }) : t('map.title.need', { subject: subject.toLowerCase() })
  const difference = useMemo(() => (places && otherPlaces ? new Map([...places.shares].map(([id, share]) => [id, (otherPlaces.shares.get(id) ?? 0) - share])) : undefined), [places, otherPlaces])
  const chosen = view.place
  const pick = (id: string) => set({ plek: id === chosen ? undefined : id })
  const row = places?.rows.find((item) => item.id === chosen) ?? undefined
  const series = chosen ? seriesOf(mine, view, chosen) : undefined
  const failed = outlines.error ?? mine.areas.error ?? mine.assets.error ?? mine.list.error ?? theirs.areas.error

  // A need may concern nobody of a group; then there is no such series.
  const nobody = view.layer === 'groep' && mine.areas.error?.status === 404
  const otherResults = theirs.results.data
  const ofGroup = view.layer === 'groep' ? mine.areas.data?.regio : undefined
  const otherOfGroup = view.layer === 'groep' ? theirs.areas.data?.regio : undefined
  const ownName = run.naam || subject
  const lines = useMemo(() => {
    const out: CourseLine[] = []
    if (view.layer === 'dienst') {
      const share = (of: Results | undefined) => of?.services.find((item) => item.id === view.service)?.down_share
      const own = share(results)
      const other = view.other ? share(otherResults) : undefined
      if (own) out.push({ name: ownName, mean: own.mean, low: own.p5, high: own.p95 })
      if (other) out.push({ name: otherName, mean: other.mean, low: other.p5, high: other.p95 })
    } else if (view.layer === 'groep') {
      if (ofGroup) out.push({ name: ownName, mean: ofGroup })
      if (otherOfGroup) out.push({ name: otherName, mean: otherOfGroup })
    } else {
      const own = results.region[view.kind][view.need]
      const other = view.other ? otherResults?.region[view.kind][view.need] : undefined
      if (own) out.push(lineOf(ownName, own))
      if (other) out.push(lineOf(otherName, other))
    }
    return out
  }, [view.layer, view.service, view.kind, view.need, view.other, results, otherResults, ofGroup, otherOfGroup, ownName, otherName])
  const map = (shares: ReadonlyMap<string, number>, paint: (share: number) => string, label: string) =>
    outlines.data && <RegionMap label={label} labels={labels} points={points} colours={new Map([...shares].map(([id, share]) => [id, paint(share)]))} chosen={chosen} onPick={pick} group={group} />
  return (
    <div className="stack">
      <h1>{title}</h1>
      <Controls view={view} results={results} />
      <ClockBar clock={clock} start={results.run.start} />
      {view.layer === 'groep' && !nobody && <p className="small soft">{t('map.group.text')}</p>}
      {nobody ? <Empty title={t('map.group.none')} /> : failed && <Failure error={failed} />}
      <div className={view.comparison === 'naast' ? 'maps maps--two' : 'maps'}>
        {view.comparison === 'verschil' ? (
          <figure className="stack stack--tight">
            <figcaption className="row row--between">
              <strong>{t('map.difference', { a: run.naam, b: otherName })}</strong>
              <DifferenceLegend />
            </figcaption>
            {difference ? map(difference, differenceColourOf, t('map.label.difference')) : <Skeleton lines={8} />}
          </figure>
        ) : (
          <>
            <figure className="stack stack--tight">
              <figcaption className="row row--between">
                <strong>{view.other ? run.naam : t(legendOf(view))}</strong>
                <Legend />
              </figcaption>
              {places ? map(places.shares, colourOf, t('map.label')) : !nobody && <Skeleton lines={8} />}
            </figure>
            {view.comparison === 'naast' && (
              <figure className="stack stack--tight">
                <figcaption>
                  <strong>{otherName}</strong>
                </figcaption>
                {otherPlaces ? map(otherPlaces.shares, colourOf, t('map.label.other')) : <Skeleton lines={8} />}
              </figure>
            )}
          </>
        )}
        <div className="stack maps__side">
          {row && series && <PlacePanel row={row} series={series} hour={hour} view={view} onClose={() => set({ plek: undefined })} />}
          {lines.length > 0 && <Course title={view.layer === 'groep' ? title : t('course.title', { subject })} lines={lines} hour={hour} start={results.run.start} unit={view.layer === 'dienst' ? 'share' : 'people'} onHour={clock.to} />}
        </div>
      </div>
      <p className="small soft">{results.run.attributions.join(' · ')}</p>
      {places && <PlaceTable rows={places.rows} others={otherPlaces?.shares} view={view} hour={hour} chosen={chosen} onPick={pick} />}
    </div>
  )
}

/** What the colours of the map say. */
const legendOf = (view: View): Key => {
  if (view.layer === 'dienst') return view.span === 'nu' ? 'map.legend.asset' : 'map.legend.asset.sofar'
  if (view.layer === 'groep') return view.span === 'nu' ? 'map.legend.group' : 'map.legend.sofar'
  return view.span === 'nu' ? 'map.legend.now' : 'map.legend.sofar'
}

/** The steps of the difference in percentage points, from less to more. */
function DifferenceLegend() {
  const { t } = useWords()
  const words = [`${t('map.better')}: < −25`, '−25…−10', '−10…−2', t('map.same'), '2…10', '10…25', `> 25: ${t('map.worse')}`]
  return (
    <ul className="legend" aria-label={t('map.legend.difference')}>
      {words.map((word, index) => (
        <li key={word}>
          <span className="swatch" style={{ background: differenceColours[index] }} />
          {word}
        </li>
      ))}
    </ul>
  )
}

/** The answer of the map as a table: the same places, the same hour. */
function PlaceTable({ rows, others, view, hour, chosen, onPick }: { rows: readonly PlaceRow[]; others: ReadonlyMap<string, number> | undefined; view: View; hour: number; chosen: string | undefined; onPick: (id: string) => void }) {
  const { t, percent, people, whole, decimal } = useWords()
  const asset = view.layer === 'dienst'
  const columns: TableColumn<PlaceRow>[] = [
    {
      key: 'name',
      label: t(asset ? 'word.asset' : 'word.area'),
      header: true,
      sort: (row) => row.name,
      cell: (row) => (
        <>
          <button type="button" className="link-button" aria-pressed={row.id === chosen} onClick={() => onPick(row.id)}>
            {row.name}
          </button>{' '}
          {asset && <Unconfirmed {...(row.confirmed !== undefined && { confirmed: row.confirmed })} short />}
        </>
      ),
    },
    { key: 'municipality', minor: true, label: t('word.municipality'), sort: (row) => row.municipality, cell: (row) => row.municipality },
    ...(asset ? [] : [{ key: 'of', minor: true, label: t(view.layer === 'groep' ? 'map.of.group' : 'word.residents'), numeric: true, sort: (row: PlaceRow) => row.of, cell: (row: PlaceRow) => whole(row.of) }]),
    { key: 'share', label: view.span === 'totnu' ? t('map.share.time') : t(asset ? 'map.share.asset' : 'map.share'), numeric: true, sort: (row) => row.share, cell: (row) => percent(row.share) },
    ...(!asset && view.span === 'nu' ? [{ key: 'count', label: t(view.layer === 'groep' ? 'map.count.group' : 'map.count'), numeric: true, sort: (row: PlaceRow) => row.share * row.of, cell: (row: PlaceRow) => people(row.share * row.of) }] : []),
    ...(others
      ? [
          { key: 'other', minor: true, label: t('map.share.other'), numeric: true, sort: (row: PlaceRow) => others.get(row.id) ?? 0, cell: (row: PlaceRow) => percent(others.get(row.id) ?? 0) },
          {
            key: 'difference',
            label: t('map.share.difference'),
            numeric: true,
            sort: (row: PlaceRow) => (others.get(row.id) ?? 0) - row.share,
            cell: (row: PlaceRow) => {
              const points = ((others.get(row.id) ?? 0) - row.share) * 100
              return `${points > 0 ? '+' : ''}${decimal(points, 0)}`
            },
          },
        ]
      : []),
  ]
  return (
    <section className="stack" aria-labelledby="places">
      <h2 id="places">{t(view.span === 'nu' ? 'map.table.now' : 'map.table.sofar', { hour })}</h2>
      <LongTable caption={t('map.table')} rows={rows} id={(row) => row.id} columns={columns} chosen={chosen} start={{ key: 'share', down: true }} height="28rem" />
    </section>
  )
}

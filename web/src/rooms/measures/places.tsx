import { useMemo, useState } from 'react'
import type { MeasurePlan } from '../../api/types'
import { colours, gains, rampOf } from '../../components/colours'
import { WithNote } from '../../components/figures'
import type { MapGroup } from '../../components/map'
import { Part } from '../../components/part'
import { PlainTable, type TableColumn } from '../../components/table'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { useRun } from '../../state/run'
import { RegionMap } from '../map/region-map'
import { useOutlines } from '../map/use-places'
import { bearing, byShare, gone, shareSaved, sharePlanSaves, spanOf, stepsOf, ticksOf, type Bearing, type Steps } from './money'
import { borderLines, bordersOf, middlesOf, municipalityOf } from './towns'
import { ShareBar, useShare } from './words'

type Place = MeasurePlan['municipalities'][number]

/** What each municipality bears without and with the plan, and above all what goes away. */
export function Places({ plan }: { plan: MeasurePlan }) {
  const { t, large, euros, decimal } = useWords()
  const { query, set } = useAddress()
  const { results } = useRun()
  const rows = byShare(plan.municipalities)
  const each = useMemo(() => bearing(plan.municipalities, results.data?.municipalities ?? []), [plan, results.data])
  const best = rows[0]
  const worst = rows.at(-1)
  const most = Math.max(...rows.map((row) => row.borne_h), 0)
  const share = useShare()
  const pick = (id: string | undefined) => set({ gemeente: id === query.gemeente ? undefined : id })
  const hours = (value: number) => (
    <span>
      {large(value)}
      <ShareBar share={value} max={most} />
    </span>
  )
  const ofEach = new Map(each.map((place) => [place.id, place]))
  const top = Math.max(...each.map((place) => place.before), 0)
  const name: TableColumn<Place> = {
    key: 'name',
    label: t('word.municipality'),
    header: true,
    sort: (row) => row.name,
    cell: (row) => (
      <button type="button" className="link-button" aria-pressed={row.id === query.gemeente} onClick={() => pick(row.id)}>
        {row.name}
      </button>
    ),
  }
  const perResident: TableColumn<Place>[] = [
    {
      key: 'each',
      label: t('money.places.each'),
      numeric: true,
      sort: (row) => ofEach.get(row.id)?.before ?? null,
      cell: (row) => {
        const own = ofEach.get(row.id)
        return own ? (
          <span>
            {t('money.places.each.value', { before: decimal(own.before, 0), after: decimal(own.after, 0) })}
            <SplitBar kept={own.after} gone={gone(own)} max={top} />
          </span>
        ) : (
          '–'
        )
      },
    },
    {
      key: 'gone',
      label: t('money.places.gone'),
      numeric: true,
      sort: (row) => {
        const own = ofEach.get(row.id)
        return own ? gone(own) : null
      },
      cell: (row) => {
        const own = ofEach.get(row.id)
        return <WithNote value={own ? t('money.places.gone.value', { hours: decimal(gone(own)) }) : '–'} note={share(shareSaved(row))} />
      },
    },
  ]
  const totals: TableColumn<Place>[] = [
    { key: 'before', minor: each.length > 0, label: t('money.places.all.before'), numeric: true, sort: (row) => row.borne_h, cell: (row) => hours(row.borne_h) },
    { key: 'after', minor: true, label: t('money.places.all.after'), numeric: true, sort: (row) => row.borne_h - row.saved_h, cell: (row) => hours(row.borne_h - row.saved_h) },
    { key: 'saved', minor: each.length > 0, label: t('money.saved'), numeric: true, sort: (row) => row.saved_h, cell: (row) => large(row.saved_h) },
    ...(each.length > 0 ? [] : [{ key: 'share', label: t('money.share'), numeric: true, sort: shareSaved, cell: (row: Place) => share(shareSaved(row)) }]),
    { key: 'asked', minor: true, label: t('money.ownmoney'), numeric: true, sort: (row) => row.asked, cell: (row) => euros(row.asked) },
  ]
  return (
    <Part
      id="places"
      title={t('money.part.places')}
      asked={query.gemeente}
      answer={<p>{best && worst && best !== worst ? t('money.places.text', { all: share(sharePlanSaves(rows)), best: best.name, high: share(shareSaved(best)), worst: worst.name, low: share(shareSaved(worst)) }) : best ? t('money.places.one', { all: share(shareSaved(best)), name: best.name }) : t('money.places.none')}</p>}
    >
      {rows.length > 0 && (
        <>
          {each.length > 0 && <Maps each={each} onPick={pick} />}
          <PlainTable
            caption={t(each.length > 0 ? 'money.places.caption' : 'money.places.caption.totals')}
            rows={rows}
            id={(row) => row.id}
            chosen={query.gemeente}
            columns={[name, ...(each.length > 0 ? perResident : []), ...totals]}
          />
        </>
      )}
    </Part>
  )
}

/** What stays and what goes away, end to end, from nothing up. */
function SplitBar({ kept, gone, max }: { kept: number; gone: number; max: number }) {
  const width = (value: number) => `${max > 0 ? (Math.max(0, value) / max) * 100 : 0}%`
  return (
    <span className="bar bar--amount bar--split" aria-hidden="true">
      <span style={{ inlineSize: width(kept) }} />
      <span className="bar__gone" style={{ inlineSize: width(gone) }} />
    </span>
  )
}

const sides = ['gone', 'before', 'after'] as const
type Side = (typeof sides)[number]
const valueOf: Record<Side, (place: Bearing) => number> = { gone, before: (place) => place.before, after: (place) => place.after }

/** What goes away, large and on a scale of its own; small beside it what a resident bears without and with the plan, on one scale. All start at nothing, and all are as the engine played it: a mean of each municipality. */
function Maps({ each, onPick }: { each: readonly Bearing[]; onPick: (municipality: string | undefined) => void }) {
  const { t, decimal } = useWords()
  const { query } = useAddress()
  const outlines = useOutlines()
  const [group] = useState<MapGroup>(() => ({ maps: new Set() }))
  const features = useMemo(() => outlines.data?.features ?? [], [outlines.data])
  const borders = useMemo(() => bordersOf(features), [features])
  const middles = useMemo(() => middlesOf(features), [features])
  const lines = useMemo(() => borderLines(borders, query.gemeente), [borders, query.gemeente])
  const maps = useMemo(() => {
    const borne = stepsOf(each.flatMap((place) => [place.before, place.after]))
    const gain = stepsOf(each.map(gone))
    return sides.map((side) => {
      const steps = side === 'gone' ? gain : borne
      const palette = rampOf(side === 'gone' ? gains : colours, steps.bounds.length)
      const towns = new Map(each.map((place) => [place.id, palette[steps.step(valueOf[side](place))] ?? '']))
      const paint = new Map(features.flatMap((feature) => (towns.has(municipalityOf(feature) ?? '') ? [[String(feature.id), towns.get(municipalityOf(feature) ?? '') ?? ''] as const] : [])))
      const labels = each.flatMap((place) => {
        const middle = middles.get(place.id)
        const value = decimal(valueOf[side](place), side === 'gone' ? 1 : 0)
        return middle ? [{ name: side === 'gone' ? `${place.name.replace('-', '-\n')}\n${value}` : value, place: middle }] : []
      })
      return { side, steps, palette, paint, labels }
    })
  }, [each, features, middles, decimal])
  if (outlines.error) return null
  const chosen = each.find((place) => place.id === query.gemeente)
  const pick = (id: string) => onPick(municipalityOf(features.find((feature) => String(feature.id) === id)))
  const figure = (side: Side) => {
    const map = maps.find((one) => one.side === side)
    return (
      map && (
        <figure key={side} className="stack stack--tight">
          <figcaption>
            <strong>{t(`money.map.${side}`)}</strong>
            {chosen && ` ${t('money.map.chosen', { name: chosen.name, hours: decimal(valueOf[side](chosen)) })}`}
          </figcaption>
          <RegionMap label={t(`money.map.label.${side}`)} colours={map.paint} labels={map.labels} lines={lines} bordered={false} chosen={undefined} onPick={pick} labelSize={side === 'gone' ? 13 : 11} {...(side !== 'gone' && { group })} />
        </figure>
      )
    )
  }
  const scale = (side: Side) => {
    const map = maps.find((one) => one.side === side)
    return map && <Scale steps={map.steps} palette={map.palette} title={t(side === 'gone' ? 'money.map.gone.scale' : 'money.map.borne')} />
  }
  const span = (side: Side) => spanOf(each.map((place) => ({ name: place.name, value: valueOf[side](place) })))
  const away = span('gone')
  const before = span('before')
  const after = span('after')
  return (
    <div className="maps maps--gone">
      <div className="stack stack--tight">
        {figure('gone')}
        {scale('gone')}
        <p className="small">{t('money.map.gone.text', { low: decimal(away.low.value), least: away.low.name, high: decimal(away.high.value), most: away.high.name })}</p>
      </div>
      <div className="stack stack--tight">
        <div className="maps__pair">
          {figure('before')}
          {figure('after')}
        </div>
        {scale('before')}
        <p className="small">{t('money.map.pair.text', { before: decimal(before.low.value, 0), beforeMost: decimal(before.high.value, 0), after: decimal(after.low.value, 0), afterMost: decimal(after.high.value, 0) })}</p>
        <p className="small soft">{t('money.map.text')}</p>
      </div>
    </div>
  )
}

/** A scale from nothing up as a strip of its classes, with a handful of its bounds in figures. */
function Scale({ steps, palette, title }: { steps: Steps; palette: readonly string[]; title: string }) {
  const { t, decimal } = useWords()
  return (
    <div className="scale" role="img" aria-label={`${title}: ${t('money.map.scale', { most: decimal(steps.most), width: decimal(steps.width) })}`}>
      <span className="small">{title}</span>
      <span className="scale__steps">
        {palette.map((colour, index) => (
          <span key={index} style={{ background: colour }} />
        ))}
      </span>
      <span className="scale__ticks">
        {ticksOf(steps).map((tick) => (
          <span key={tick} data-end={tick === steps.most || undefined} style={{ insetInlineStart: `${(tick / steps.most) * 100}%` }}>
            {decimal(tick)}
          </span>
        ))}
      </span>
    </div>
  )
}

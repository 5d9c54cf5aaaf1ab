import { lazy, Suspense, useMemo, useState } from 'react'
import type { MeasurePlan } from '../../api/types'
import { Skeleton } from '../../components/basics'
import { colours } from '../../components/colours'
import type { MapGroup } from '../../components/map'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { useRun } from '../../state/run'
import { useOutlines } from '../map/use-places'
import { bearing, byShare, shareSaved, stepsOf } from './money'
import { ShareBar } from './words'

const MapView = lazy(() => import('../../components/map'))

/** Each municipality without and with the plan, on one scale. */
export function Places({ plan }: { plan: MeasurePlan }) {
  const { t, large, euros, decimal } = useWords()
  const rows = byShare(plan.municipalities)
  const best = rows[0]
  const worst = rows.at(-1)
  const most = Math.max(...rows.map((row) => row.borne_h), 0)
  const share = (value: number) => t('money.percent', { value: decimal(value * 100, 1) })
  const hours = (value: number) => (
    <>
      {large(value)}
      <ShareBar share={value} max={most} />
    </>
  )
  return (
    <section className="stack" aria-labelledby="places">
      <h2 id="places">{t('money.part.places')}</h2>
      {best && worst && best !== worst && <p>{t('money.places.text', { best: best.name, high: share(shareSaved(best)), worst: worst.name, low: share(shareSaved(worst)) })}</p>}
      {rows.length > 0 && <Maps plan={plan} />}
      {rows.length === 0 ? (
        <p className="soft">{t('money.places.none')}</p>
      ) : (
        <PlainTable
          caption={t('money.places.caption')}
          rows={rows}
          id={(row) => row.id}
          columns={[
            { key: 'name', label: t('word.municipality'), header: true, sort: (row) => row.name, cell: (row) => row.name },
            { key: 'before', label: t('money.before'), numeric: true, sort: (row) => row.borne_h, cell: (row) => hours(row.borne_h) },
            { key: 'after', label: t('money.after'), numeric: true, sort: (row) => row.borne_h - row.saved_h, cell: (row) => hours(row.borne_h - row.saved_h) },
            { key: 'saved', label: t('money.saved'), numeric: true, sort: (row) => row.saved_h, cell: (row) => large(row.saved_h) },
            { key: 'share', label: t('money.share'), numeric: true, sort: shareSaved, cell: (row) => share(shareSaved(row)) },
            { key: 'asked', label: t('money.ownmoney'), numeric: true, sort: (row) => row.asked, cell: (row) => euros(row.asked) },
          ]}
        />
      )}
    </section>
  )
}

/** Two maps on one scale: what a resident bears without and with the plan, as the engine played it; a mean of each municipality. */
function Maps({ plan }: { plan: MeasurePlan }) {
  const { t, decimal } = useWords()
  const { query, set } = useAddress()
  const { results } = useRun()
  const outlines = useOutlines()
  const [group] = useState<MapGroup>(() => ({ maps: new Set() }))
  const each = useMemo(() => bearing(plan.municipalities, results.data?.municipalities ?? []), [plan, results.data])
  const scale = stepsOf(each)
  const paint = (side: 'before' | 'after') =>
    new Map(
      (outlines.data?.features ?? []).flatMap((feature) => {
        const own = each.find((place) => place.id === municipalityOf(feature))
        return own ? [[String(feature.id), colours[scale.step(own[side])] ?? colours[0]] as const] : []
      }),
    )
  if (outlines.error || each.length === 0) return null
  const chosen = each.find((place) => place.id === query.gemeente)
  const pick = (id: string) => {
    const place = municipalityOf(outlines.data?.features.find((feature) => String(feature.id) === id))
    set({ gemeente: place === query.gemeente ? undefined : place })
  }
  return (
    <>
      <ul className="legend" aria-label={t('legend')}>
        {scale.bounds.map((bound, index) => (
          <li key={index}>
            <span className="swatch" style={{ background: colours[index] }} />
            {t('money.map.step', { from: decimal(bound), to: decimal(scale.bounds[index + 1] ?? scale.most) })}
          </li>
        ))}
      </ul>
      <div className="maps maps--two">
        {(['before', 'after'] as const).map((side) => (
          <figure key={side} className="stack stack--tight">
            <figcaption>
              <strong>{t(`money.map.${side}`)}</strong>
              {chosen && ` ${t('money.map.chosen', { name: chosen.name, hours: decimal(chosen[side]) })}`}
            </figcaption>
            {outlines.data ? (
              <Suspense fallback={<div className="map" />}>
                <MapView label={t(`money.map.label.${side}`)} outlines={outlines.data} labels={[]} points={[]} colours={paint(side)} chosen={undefined} onPick={pick} group={group} />
              </Suspense>
            ) : (
              <Skeleton lines={8} />
            )}
          </figure>
        ))}
      </div>
      <p className="small soft">{t('money.map.text')}</p>
    </>
  )
}

function municipalityOf(feature: GeoJSON.Feature | undefined): string | undefined {
  const value: unknown = feature?.properties?.gemeente
  return typeof value === 'string' ? value : undefined
}

import { useMemo, useState } from 'react'
import type { MeasurePlan } from '../../api/types'
import { Segments } from '../../components/basics'
import { colours } from '../../components/colours'
import type { MapGroup } from '../../components/map'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { useRun } from '../../state/run'
import { RegionMap } from '../map/region-map'
import { useOutlines } from '../map/use-places'
import { bearing, byShare, shareSaved, stepsOf, type Bearing } from './money'
import { Part } from '../../components/part'
import { ShareBar } from './words'

/** Each municipality without and with the plan, on one scale. */
export function Places({ plan }: { plan: MeasurePlan }) {
  const { t, large, euros, decimal } = useWords()
  const rows = byShare(plan.municipalities)
  const best = rows[0]
  const worst = rows.at(-1)
  const most = Math.max(...rows.map((row) => row.borne_h), 0)
  const share = (value: number) => t('money.percent', { value: decimal(value * 100, 1) })
  const hours = (value: number) => (
    <span>
      {large(value)}
      <ShareBar share={value} max={most} />
    </span>
  )
  return (
    <Part id="places" title={t('money.part.places')} answer={best && worst && best !== worst && <p>{t('money.places.text', { best: best.name, high: share(shareSaved(best)), worst: worst.name, low: share(shareSaved(worst)) })}</p>}>
      {rows.length > 0 && <Maps plan={plan} />}
      {rows.length === 0 ? (
        <p className="soft">{t('money.places.none')}</p>
      ) : (
        <PlainTable
          stacked
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
    </Part>
  )
}

/** What a resident bears without and with the plan, on one scale from nothing up, and what goes away on a scale of its own: as the engine played it, a mean of each municipality. */
function Maps({ plan }: { plan: MeasurePlan }) {
  const { t, decimal } = useWords()
  const { query, set } = useAddress()
  const { results } = useRun()
  const outlines = useOutlines()
  const [second, setSecond] = useState<'after' | 'gone'>('after')
  const [group] = useState<MapGroup>(() => ({ maps: new Set() }))
  const each = useMemo(() => bearing(plan.municipalities, results.data?.municipalities ?? []), [plan, results.data])
  const scale = stepsOf(each.flatMap((place) => [place.before, place.after]))
  const gain = stepsOf(each.map(gone))
  const sides = [
    { side: 'before', value: (place: Bearing) => place.before, steps: scale, palette: colours },
    { side: 'after', value: (place: Bearing) => place.after, steps: scale, palette: colours },
    { side: 'gone', value: gone, steps: gain, palette: gains },
  ] as const
  const paint = ({ value, steps, palette }: (typeof sides)[number]) =>
    new Map(
      (outlines.data?.features ?? []).flatMap((feature) => {
        const own = each.find((place) => place.id === municipalityOf(feature))
        return own ? [[String(feature.id), palette[steps.step(value(own))] ?? palette[0]] as const] : []
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
      <Segments
        legend={t('money.map.second')}
        value={second}
        options={(['after', 'gone'] as const).map((side) => ({ value: side, label: t(`money.map.${side}`) }))}
        onChange={(value) => setSecond(value === 'gone' ? 'gone' : 'after')}
      />
      {(second === 'after' ? [{ title: t('money.map.borne'), steps: scale, palette: colours }] : [{ title: t('money.map.borne'), steps: scale, palette: colours }, { title: t('money.map.gone.scale'), steps: gain, palette: gains }]).map(({ title, steps, palette }) => (
        <div key={title} className="stack stack--tight">
          <span className="small">{title}</span>
          <ul className="legend" aria-label={title}>
            {steps.bounds.map((bound, index) => (
              <li key={index}>
                <span className="swatch" style={{ background: palette[index] }} />
                {t('money.map.step', { from: decimal(bound), to: decimal(steps.bounds[index + 1] ?? steps.most) })}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className="maps maps--two">
        {sides.filter((one) => one.side === 'before' || one.side === second).map((one) => (
          <figure key={one.side} className="stack stack--tight">
            <figcaption>
              <strong>{t(`money.map.${one.side}`)}</strong>
              {chosen && ` ${t('money.map.chosen', { name: chosen.name, hours: decimal(one.value(chosen)) })}`}
            </figcaption>
            <RegionMap label={t(`money.map.label.${one.side}`)} colours={paint(one)} chosen={undefined} onPick={pick} group={group} />
          </figure>
        ))}
      </div>
      <p className="small soft">{t('money.map.text')}</p>
    </>
  )
}

/** Less is better: green, ever darker. */
const gains = ['#f1f4f7', '#d6eae3', '#b5d8cd', '#7fb9aa', '#4d9a86', '#0f5c4a'] as const
const gone = (place: Bearing): number => place.before - place.after

function municipalityOf(feature: GeoJSON.Feature | undefined): string | undefined {
  const value: unknown = feature?.properties?.gemeente
  return typeof value === 'string' ? value : undefined
}

import type { Results, Service } from '../../api/types'
import { Button, Link } from '../../components/basics'
import { colourOf, colours } from '../../components/colours'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'

/** A series as one strip of colour: equal neighbours are one stop of a gradient, so a strip is one element. */
export function strip(values: readonly (number | null)[]): string {
  const stops: string[] = []
  let from = 0
  for (let hour = 1; hour <= values.length; hour += 1) {
    const colour = colourOf(values[from] ?? 0)
    if (hour < values.length && colourOf(values[hour] ?? 0) === colour) continue
    stops.push(`${colour} ${((from / values.length) * 100).toFixed(2)}% ${((hour / values.length) * 100).toFixed(2)}%`)
    from = hour
  }
  return `linear-gradient(90deg, ${stops.join(', ')})`
}

export function Legend() {
  const { t } = useWords()
  const labels = ['< 1 %', '1–10 %', '10–25 %', '25–50 %', '50–75 %', '> 75 %']
  return (
    <ul className="legend" aria-label={t('legend')}>
      {labels.map((label, index) => (
        <li key={label}>
          <span className="swatch" style={{ background: colours[index] }} />
          {label}
        </li>
      ))}
    </ul>
  )
}

/** So many services stand in view at first. */
const most = 12

/** What fails when: the vital processes, those that lose most on top. */
export function Services({ results }: { results: Results }) {
  const { t, name, hours, percent } = useWords()
  const { query, set, to } = useAddress()
  const horizon = results.run.horizon_h
  const sorted = [...results.services].sort((a, b) => (b.phases.area_h.mean ?? 0) - (a.phases.area_h.mean ?? 0))
  const whole = query.diensten === 'alle'
  const shown = whole ? sorted : sorted.slice(0, most)
  const word = (service: Service, hour: number) => percent(service.down_share.mean[hour])
  return (
    <section className="stack" aria-labelledby="services">
      <div className="row row--between row--end">
        <h2 id="services">{t('services.title')}</h2>
        <Legend />
      </div>
      <PlainTable
        caption={t('services.caption', { hours: horizon })}
        rows={shown}
        id={(service) => service.id}
        columns={[
          { key: 'name', label: t('word.service'), header: true, sort: (service) => name(service.name), cell: (service) => <Link href={to('/kaart', { laag: 'dienst', dienst: service.id })}>{name(service.name)}</Link> },
          { key: 'half', label: t('services.half'), numeric: true, sort: (service) => service.first_half_down_h.p50, cell: (service) => hours(service.first_half_down_h.p50, horizon) },
          { key: 'strip', label: t('services.strip', { hours: horizon }), cell: (service) => <span className="heat" role="img" aria-label={t('services.strip.label', { a: word(service, 2), b: word(service, 24), c: word(service, 72) })} style={{ background: strip(service.down_share.mean) }} /> },
          { key: 'back', minor: true, label: t('services.back'), numeric: true, sort: (service) => service.phases.hours_to_90.p50, cell: (service) => hours(service.phases.hours_to_90.p50, horizon) },
        ]}
      />
      {sorted.length > most && <p>
        <Button onClick={() => set({ diensten: whole ? undefined : 'alle' })}>{whole ? t('services.less') : t('services.all', { count: sorted.length })}</Button>
      </p>}
    </section>
  )
}

import { Button } from '../../components/basics'
import { Sideways } from '../../components/table'
import { useWords } from '../../i18n'
import type { SupportPlan } from '../../api/types'

/** The figures of a plan before and after, each marked better or worse by sign, colour and word. */
export function PlanChange({ before, after, onBack }: { before: SupportPlan; after: SupportPlan; onBack: () => void }) {
  const { t, decimal, percent, whole, euros } = useWords()
  const rows = [
    { key: 'walk', label: t('support.walk'), from: before.walking.minutes_mean, to: after.walking.minutes_mean, show: (value: number) => t('support.minutes', { minutes: decimal(value, 2) }), low: true },
    { key: 'p95', label: t('support.walk95'), from: before.walking.minutes_p95, to: after.walking.minutes_p95, show: (value: number) => t('support.minutes', { minutes: decimal(value, 1) }), low: true },
    { key: 'reach', label: t('support.reach', { minutes: whole(after.walking.reach_minutes) }), from: before.walking.within_reach, to: after.walking.within_reach, show: (value: number) => `${decimal(value * 100, 1)} %`, low: false },
    { key: 'km', label: t('support.km'), from: before.walking.within_1km, to: after.walking.within_1km, show: (value: number) => `${decimal(value * 100, 1)} %`, low: false },
    { key: 'over', label: t('support.over'), from: before.demand.over_capacity, to: after.demand.over_capacity, show: percent, low: true },
    { key: 'points', label: t('support.points.short'), from: before.local, to: after.local, show: whole, low: true },
    { key: 'once', label: t('support.once'), from: before.cost_once_eur, to: after.cost_once_eur, show: euros, low: true },
  ]
  const gone = before.points.filter((point) => !after.points.some((other) => other.id === point.id))
  const fresh = after.points.filter((point) => !before.points.some((other) => other.id === point.id))
  return (
    <section className="card card--answer stack" aria-labelledby="change">
      <div className="row row--between">
        <h2 id="change">{t('support.change')}</h2>
        <Button onClick={onBack}>{t('support.back')}</Button>
      </div>
      <Sideways label={t('support.change')} className="fits">
        <table className="utrecht-table utrecht-table--compact">
          <thead>
            <tr>
              {[t('compare.indicator'), t('support.before'), t('support.after'), t('support.verdict')].map((label, index) => (
                <th key={label} scope="col" className={`utrecht-table__header-cell ${index > 0 ? 'numeric' : ''}`}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const known = row.from !== null && row.to !== null
              const better = known && (row.low ? Number(row.to) < Number(row.from) : Number(row.to) > Number(row.from))
              return (
                <tr key={row.key}>
                  <th scope="row" className="utrecht-table__cell">
                    {row.label}
                  </th>
                  <td className="utrecht-table__cell numeric">{row.from === null ? '–' : row.show(row.from)}</td>
                  <td className="utrecht-table__cell numeric">{row.to === null ? '–' : row.show(row.to)}</td>
                  <td className="utrecht-table__cell numeric">{!known || row.show(Number(row.to)) === row.show(Number(row.from)) ? t('support.same') : <span className={better ? 'tag tag--good' : 'tag tag--bad'}>{better ? `✓ ${t('support.better')}` : `✗ ${t('support.worse')}`}</span>}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Sideways>
      <p className="small">
        {gone.length > 0 && t('support.gone', { names: gone.slice(0, 8).map((point) => point.name).join(', ') })} {fresh.length > 0 && t('support.fresh', { names: fresh.slice(0, 8).map((point) => point.name).join(', ') })}
      </p>
    </section>
  )
}

import { Button, Unconfirmed } from '../../components/basics'
import { useWords, type Key } from '../../i18n'
import { strip } from '../overview/services'
import type { SupportPlan, SupportPoint } from '../../api/types'

/** Everything about one point on one sheet: who walks there, what it must offer, who staffs it, what lies ready. */
export function PointDossier({ plan, point, closed, pinned, onClosePoint, onPin, onClose }: { plan: SupportPlan; point: SupportPoint; closed: boolean; pinned: boolean; onClosePoint: () => void; onPin: () => void; onClose: () => void }) {
  const { t, name, whole, decimal, euros, percent } = useWords()
  const coordinator = point.coordinator === null ? undefined : plan.points[point.coordinator]
  return (
    <article className="card stack" aria-labelledby="point">
      <div className="row row--between">
        <h2 id="point">{point.name}</h2>
        <Button look="subtle" className="no-print" onClick={onClose}>
          {t('place.close')}
        </Button>
      </div>
      <p>
        {t(`support.kind.${point.level as 'local'}`)}, {point.municipality} <Unconfirmed confirmed={point.confirmed} />
      </p>
      <dl className="dl">
        <dt>{t('support.functions')}</dt>
        <dd>{point.functions.split(' ').filter(Boolean).map((item) => t(`function.${item}` as Key)).join(', ')}</dd>
        <dt>{t('word.residents')}</dt>
        <dd>{whole(point.residents)}</dd>
        <dt>{t('support.walk')}</dt>
        <dd>{t('support.walk.detail', { mean: decimal(point.minutes_mean), p95: decimal(point.minutes_p95) })}</dd>
        <dt>{t('support.load')}</dt>
        <dd>{t('support.load.detail', { visitors: decimal(point.visitors_per_h), capacity: point.capacity_per_h === null ? '–' : whole(point.capacity_per_h), day: whole(point.visitors_per_day) })}</dd>
        <dt>{t('support.staff.short')}</dt>
        <dd>{t('support.staff.detail', { staff: whole(point.staff), shifts: whole(point.shifts) })}</dd>
        <dt>{t('support.power')}</dt>
        <dd>{t('support.power.detail', { power: decimal(point.power_kw), holds: percent(point.wiring_holds) })}</dd>
        {coordinator && (
          <>
            <dt>{t('support.kind.coordinating')}</dt>
            <dd>{t('support.courier', { name: coordinator.name, minutes: decimal(point.courier_minutes ?? 0) })}</dd>
          </>
        )}
        <dt>{t('support.costs')}</dt>
        <dd>{t('support.cost', { once: euros(point.cost_once_eur), yearly: euros(point.cost_year_eur) })}</dd>
      </dl>
      {point.open_probability.length > 0 && (
        <div className="stack stack--tight">
          <h3>{t('support.openchance')}</h3>
          <span className="heat heat--tall" role="img" aria-label={t('support.openchance.label', { day: percent(point.open_probability[24]), three: percent(point.open_probability[72]) })} style={{ background: strip(point.open_probability.map((value) => 1 - (value ?? 0))) }} />
          <ul className="small">
            {point.closes.slice(0, 3).map((part) => (
              <li key={part.id}>
                {name(part.what)} ({percent(part.share)}) <Unconfirmed confirmed={part.confirmed} short />
              </li>
            ))}
          </ul>
        </div>
      )}
      <h3>{t('support.stock')}</h3>
      <ul className="small columns-2">
        {point.stock.map((line) => (
          <li key={line.item}>{`${line.item}: ${whole(line.amount)}`}</li>
        ))}
      </ul>
      <div className="row no-print">
        <Button onClick={onClosePoint}>{closed ? t('support.open') : t('support.close')}</Button>
        <Button pressed={pinned} onClick={onPin}>
          {pinned ? t('support.pinned') : t('support.pin')}
        </Button>
        <Button look="subtle" onClick={() => window.print()}>
          {t('dossier.print')}
        </Button>
      </div>
    </article>
  )
}

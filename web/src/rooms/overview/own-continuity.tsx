import type { Results } from '../../api/types'
import { Link, Unconfirmed } from '../../components/basics'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'

/** Own continuity comes first: the processes that are most likely down longer than can be borne. */
export function OwnContinuity({ results }: { results: Results }) {
  const { t, name, percent, hours, hoursRange } = useWords()
  const { to } = useAddress()
  const owners = new Map(results.organisations.filter((item) => item.own_continuity).map((item) => [item.id, item.name]))
  const horizon = results.run.horizon_h
  const worst = results.processes
    .filter((process) => owners.has(process.organisation ?? ''))
    .sort((a, b) => (b.mtpd_exceeded.mean ?? 0) - (a.mtpd_exceeded.mean ?? 0) || (b.down_hours.mean ?? 0) - (a.down_hours.mean ?? 0))
    .slice(0, 6)
  return (
    <section className="stack" aria-labelledby="own">
      <h2 id="own">{t('own.title')}</h2>
      <PlainTable
        caption={t('own.caption')}
        rows={worst}
        id={(process) => process.id}
        columns={[
          {
            key: 'process',
            label: t('word.process'),
            header: true,
            cell: (process) => (
              <>
                <Link href={to('/continuiteit', { organisatie: process.organisation ?? '', proces: process.id })}>{name(process.name)}</Link>
                <br />
                <span className="soft small">{owners.get(process.organisation ?? '')}</span>
              </>
            ),
          },
          { key: 'chance', label: t('own.chance'), numeric: true, cell: (process) => percent(process.mtpd_exceeded.mean) },
          { key: 'may', minor: true, label: t('own.may'), numeric: true, cell: (process) => (process.mtpd_h === null ? '–' : hours(process.mtpd_h)) },
          { key: 'longest', label: t('own.longest'), numeric: true, cell: (process) => hoursRange(process.longest_interruption_h.p5, process.longest_interruption_h.p95, horizon) },
          {
            key: 'why',
            minor: true,
            label: t('own.why'),
            cell: (process) =>
              process.limiting[0] && (
                <>
                  {name(process.limiting[0].what)} <Unconfirmed confirmed={process.limiting[0].confirmed} short />
                </>
              ),
          },
        ]}
      />
      <p>
        <Link href={to('/continuiteit')}>{t('own.all')}</Link>
      </p>
    </section>
  )
}

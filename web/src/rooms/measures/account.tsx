import type { MeasureAccount } from '../../api/types'
import { Failure, Link, Skeleton } from '../../components/basics'
import { Part } from '../../components/part'
import { LongTable, PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { day } from '../../i18n/format'
import { useAddress } from '../../state/address'
import type { PackageFailure } from './use-package'

/**
 * What became of the plans: money, delivery, and what the engine says of what was really delivered.
 *
 * @param account  the last that was answered; undefined: none yet; null: the region keeps no account
 * @param failure  why there is no newer one
 */
export function Account({ account, failure }: { account: MeasureAccount | null | undefined; failure: PackageFailure | undefined }) {
  const { t, name, euros, whole, large, decimal, language } = useWords()
  const { to } = useAddress()
  const last = account?.years.at(-1)
  const hours = (value: { value: number; se: number }) => `${large(value.value)} ± ${large(value.se)}`
  return (
    <Part
      id="account"
      title={t('money.part.account')}
      answer={
        <>
          {failure && <Failure error={failure.error} onRetry={failure.retry} />}
          {account === undefined && !failure && <Skeleton lines={2} />}
          {account !== undefined && <p>{last ? t(last.promised === 1 ? 'money.account.text.one' : 'money.account.text', { year: last.year, promised: whole(last.promised), delivered: whole(last.delivered), asPromised: hours(last.promised_worth.unmet_h), asDelivered: hours(last.delivered_worth.unmet_h) }) : t('money.account.none')}</p>}
        </>
      }
    >
      {account && last ? (
        <>
          <PlainTable
            stacked
            caption={t('money.account.years')}
            rows={account.years}
            id={(row) => String(row.year)}
            columns={[
              { key: 'year', label: t('money.year'), header: true, cell: (row) => row.year },
              { key: 'planned', label: t('money.account.planned'), numeric: true, cell: (row) => euros(row.planned) },
              { key: 'spent', label: t('money.account.spent'), numeric: true, cell: (row) => euros(row.spent) },
              { key: 'promised', label: t('money.account.promised'), numeric: true, cell: (row) => whole(row.promised) },
              { key: 'delivered', label: t('money.account.delivered'), numeric: true, cell: (row) => (row.delivered < row.promised ? <span className="tag tag--warn">{`▼ ${whole(row.delivered)}`}</span> : <span className="tag tag--good">{`✓ ${whole(row.delivered)}`}</span>) },
              { key: 'partly', label: t('money.account.partly'), numeric: true, cell: (row) => whole(row.partly) },
              { key: 'as', label: t('money.account.aspromised'), numeric: true, cell: (row) => hours(row.promised_worth.unmet_h) },
              { key: 'real', label: t('money.account.asdelivered'), numeric: true, cell: (row) => hours(row.delivered_worth.unmet_h) },
              { key: 'gaps', label: t('money.account.gaps'), numeric: true, cell: (row) => t('money.account.gaps.value', { delivered: decimal(row.delivered_worth.gaps.value, 2), promised: decimal(row.promised_worth.gaps.value, 2) }) },
            ]}
          />
          <PlainTable
            stacked
            caption={t('money.account.payers')}
            rows={account.payers.flatMap((payer) => payer.years.map((year) => ({ ...year, payer })))}
            id={(row) => `${row.payer.id}/${row.year}`}
            columns={[
              { key: 'payer', label: t('money.payer'), header: true, sort: (row) => row.payer.name, cell: (row) => row.payer.name },
              { key: 'year', short: true, label: t('money.year'), sort: (row) => row.year, cell: (row) => row.year },
              { key: 'planned', label: t('money.account.planned'), numeric: true, sort: (row) => row.planned, cell: (row) => euros(row.planned) },
              { key: 'spent', label: t('money.account.spent'), numeric: true, sort: (row) => row.spent, cell: (row) => euros(row.spent) },
              { key: 'promised', label: t('money.account.promised'), numeric: true, sort: (row) => row.promised, cell: (row) => whole(row.promised) },
              { key: 'delivered', label: t('money.account.delivered'), numeric: true, sort: (row) => row.delivered, cell: (row) => whole(row.delivered) },
            ]}
          />
          <LongTable
            caption={t('money.account.rows')}
            rows={account.rows}
            id={(row) => `${row.id}/${row.year}`}
            columns={[
              { key: 'name', label: t('money.measure'), header: true, sort: (row) => name(row.name), cell: (row) => name(row.name) },
              { key: 'year', label: t('money.year'), sort: (row) => row.year, cell: (row) => row.year },
              { key: 'planned', minor: true, label: t('money.account.planned'), numeric: true, sort: (row) => row.planned, cell: (row) => euros(row.planned) },
              { key: 'spent', minor: true, label: t('money.account.spent'), numeric: true, sort: (row) => row.spent, cell: (row) => (row.spent === null ? '–' : euros(row.spent)) },
              { key: 'delivered', label: t('money.account.delivered'), sort: (row) => row.delivered, cell: (row) => t(`money.account.is.${row.delivered as 'yes'}`) + (row.date ? ` (${day(row.date, language)})` : '') },
              { key: 'note', minor: true, label: t('money.account.note'), cell: (row) => row.note || '–' },
            ]}
          />
        </>
      ) : (
        account !== undefined && <p>{t('money.account.none.text')}</p>
      )}
      <p>
        <Link href={to('/gegevens', { tabel: 'measure_account' })}>{t('money.account.data')}</Link>
      </p>
    </Part>
  )
}

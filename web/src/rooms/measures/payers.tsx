import type { MeasurePlan } from '../../api/types'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { payerSum } from './money'
import { Part } from '../../components/part'

/** Whose money: asked, available and short, by payer and year. */
export function Payers({ plan }: { plan: MeasurePlan }) {
  const { t, euros, whole } = useWords()
  const rows = plan.payers.flatMap((payer) => payer.years.map((year) => ({ ...year, payer })))
  const sums = plan.payers.map((payer) => ({ payer, ...payerSum(payer) }))
  const short = sums.filter((sum) => sum.gap > 0)
  const asked = sums.reduce((sum, item) => sum + item.asked, 0)
  const shown = (value: number | null) => (value === null ? t('money.noown') : euros(value))
  const gap = (value: number) => (value > 0 ? <span className="tag tag--bad">{`✗ ${euros(value)}`}</span> : <span className="tag tag--good">{`✓ ${t('money.enough')}`}</span>)
  return (
    <Part
      id="payers"
      title={t('money.part.payers')}
      answer={
        <p>
          {t('money.payers.text', { count: whole(sums.length), asked: euros(asked) })} {short.length === 0 ? t('money.payers.enough') : t('money.payers.short', { names: short.map((item) => item.payer.name).join(', ') })}
        </p>
      }
    >
      <PlainTable
        stacked
        caption={t('money.payers.caption')}
        rows={rows}
        id={(row) => `${row.payer.id}/${row.year}`}
        columns={[
          { key: 'payer', label: t('money.payer'), header: true, sort: (row) => row.payer.name, cell: (row) => row.payer.name },
          { key: 'year', label: t('money.year'), sort: (row) => row.year, cell: (row) => row.year },
          { key: 'asked', label: t('money.asked'), numeric: true, sort: (row) => row.asked, cell: (row) => euros(row.asked) },
          { key: 'available', label: t('money.available'), numeric: true, sort: (row) => row.available, cell: (row) => shown(row.available) },
          { key: 'gap', label: t('money.gap'), numeric: true, sort: (row) => row.gap, cell: (row) => gap(row.gap) },
        ]}
      />
      {sums.length > 1 && (
        <PlainTable
        stacked
          caption={t('money.payers.all')}
          rows={sums}
          id={(row) => row.payer.id}
          columns={[
            { key: 'payer', label: t('money.payer'), header: true, sort: (row) => row.payer.name, cell: (row) => row.payer.name },
            { key: 'asked', label: t('money.asked'), numeric: true, sort: (row) => row.asked, cell: (row) => euros(row.asked) },
            { key: 'available', label: t('money.available'), numeric: true, sort: (row) => row.available, cell: (row) => shown(row.available) },
            { key: 'gap', label: t('money.gap'), numeric: true, sort: (row) => row.gap, cell: (row) => gap(row.gap) },
          ]}
        />
      )}
      <p className="small soft">{t(plan.carry_over ? 'money.payers.carry' : 'money.payers.nocarry')}</p>
    </Part>
  )
}

import type { MeasurePayer, MeasurePlan } from '../../api/types'
import { PlainTable, type TableColumn } from '../../components/table'
import { useWords } from '../../i18n'
import { keptOf, payerSum, sum, type PayerSum } from './money'
import { Part } from '../../components/part'

/** So many payers are told of in sentences; the table has them all. */
const most = 4

/** Whose money: asked, available and short, by payer and year. */
export function Payers({ plan }: { plan: MeasurePlan }) {
  const { t, euros, whole } = useWords()
  const kept = plan.carry_over ? plan.payers.map((payer) => ({ payer, years: keptOf(payer) })).filter((item) => item.years.length > 0) : []
  const leftOf = (payer: MeasurePayer, year: number) => kept.find((item) => item.payer === payer)?.years.find((item) => item.year === year)?.left
  const rows = plan.payers.flatMap((payer) => payer.years.map((year) => ({ ...year, payer, left: leftOf(payer, year.year) ?? null })))
  const drawn = kept.flatMap(({ payer, years }) => years.filter((year) => year.drawn > 0).map((year) => ({ payer, ...year })))
  const over = kept.flatMap(({ payer, years }) => {
    const last = years.at(-1)
    return last && last.left > 0 ? [{ payer, ...last }] : []
  })
  const sums = plan.payers.map((payer) => ({ payer, ...payerSum(payer) }))
  const short = sums.filter((item) => item.gap > 0)
  const asked = sum(sums.map((item) => item.asked))
  const shown = (value: number | null) => (value === null ? t('money.noown') : euros(value))
  const gap = (value: number) => (value > 0 ? <span className="tag tag--bad">{`✗ ${euros(value)}`}</span> : <span className="tag tag--good">{`✓ ${t('money.enough')}`}</span>)
  type Line = PayerSum & { payer: MeasurePayer }
  const payer: TableColumn<Line> = { key: 'payer', label: t('money.payer'), header: true, sort: (row) => row.payer.name, cell: (row) => row.payer.name }
  const money: TableColumn<Line>[] = [
    { key: 'asked', label: t('money.asked'), numeric: true, sort: (row) => row.asked, cell: (row) => euros(row.asked) },
    { key: 'available', label: t('money.available'), numeric: true, sort: (row) => row.available, cell: (row) => shown(row.available) },
    { key: 'gap', label: t('money.gap'), numeric: true, sort: (row) => row.gap, cell: (row) => gap(row.gap) },
  ]
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
          payer,
          { key: 'year', short: true, label: t('money.year'), sort: (row) => row.year, cell: (row) => row.year },
          ...money,
          ...(kept.length > 0 ? [{ key: 'left', label: t('money.payers.left'), numeric: true, sort: (row: (typeof rows)[number]) => row.left, cell: (row: (typeof rows)[number]) => (row.left === null ? '–' : euros(row.left)) }] : []),
        ]}
      />
      {kept.length > 0 && (
        <div className="card card--quiet stack stack--tight">
          <h3>{t('money.payers.kept')}</h3>
          <p>{t('money.payers.kept.text')}</p>
          {drawn.length + over.length > 0 && (
            <ul>
              {drawn.slice(0, most).map((item) => (
                <li key={`${item.payer.id}/${item.year}`}>{t('money.payers.kept.drawn', { name: item.payer.name, year: item.year, drawn: euros(item.drawn) })}</li>
              ))}
              {over.slice(0, most).map((item) => (
                <li key={item.payer.id}>{t('money.payers.kept.over', { name: item.payer.name, year: item.year, left: euros(item.left) })}</li>
              ))}
              {drawn.length + over.length > Math.min(drawn.length, most) + Math.min(over.length, most) && <li>{t('money.payers.kept.rest')}</li>}
            </ul>
          )}
        </div>
      )}
      {sums.length > 1 && (
        <PlainTable
          stacked
          caption={t('money.payers.all')}
          rows={sums}
          id={(row) => row.payer.id}
          columns={[payer, ...money]}
        />
      )}
      <p className="small soft">{t(plan.carry_over ? 'money.payers.carry' : 'money.payers.nocarry')}</p>
    </Part>
  )
}

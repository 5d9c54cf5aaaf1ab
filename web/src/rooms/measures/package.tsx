import type { MeasurePlan } from '../../api/types'
import { Unconfirmed } from '../../components/basics'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { leftAfter } from './money'
import { MeasureList, ShareBar, useNames } from './words'

/** What begins in which year, what the year costs, and what it saves when the hazard strikes then. */
export function Package({ plan }: { plan: MeasurePlan }) {
  const { t, euros, large } = useWords()
  const nameOf = useNames(plan)
  const left = leftAfter(plan.years)
  const most = Math.max(...plan.years.map((year) => year.saved_h), 0)
  const rows = plan.years.map((year, index) => ({ ...year, left: left[index] ?? 0 }))
  const first = rows[0]
  const last = rows.at(-1)
  return (
    <section className="stack" aria-labelledby="package">
      <h2 id="package">{t('money.part.package')}</h2>
      {first && last && <p>{t('money.package.text', { first: first.year, count: first.measures.length, early: large(first.saved_h), last: last.year, late: large(last.saved_h) })}</p>}
      <p>
        <Unconfirmed />
      </p>
      <PlainTable
        caption={t('money.package.caption')}
        rows={rows}
        id={(row) => String(row.year)}
        columns={[
          { key: 'year', label: t('money.year'), header: true, sort: (row) => row.year, cell: (row) => row.year },
          { key: 'begins', label: t('money.begins'), cell: (row) => (row.measures.length === 0 ? t('money.begins.none') : <MeasureList ids={row.measures} nameOf={nameOf} />) },
          { key: 'cost', label: t('money.cost'), numeric: true, sort: (row) => row.cost, cell: (row) => euros(row.cost) },
          { key: 'budget', label: t('money.budget'), numeric: true, sort: (row) => row.budget, cell: (row) => euros(row.budget) },
          ...(plan.carry_over ? [{ key: 'left', label: t('money.left'), numeric: true, sort: (row: (typeof rows)[number]) => row.left, cell: (row: (typeof rows)[number]) => euros(row.left) }] : []),
          {
            key: 'saved',
            label: t('money.saved'),
            numeric: true,
            sort: (row) => row.saved_h,
            cell: (row) => (
              <>
                {large(row.saved_h)}
                <ShareBar share={row.saved_h} max={most} />
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

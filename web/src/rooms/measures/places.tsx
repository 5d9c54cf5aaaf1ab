import type { MeasurePlan } from '../../api/types'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { byShare, shareSaved } from './money'
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
    <>
      {large(value)}
      <ShareBar share={value} max={most} />
    </>
  )
  return (
    <section className="stack" aria-labelledby="places">
      <h2 id="places">{t('money.part.places')}</h2>
      {best && worst && best !== worst && <p>{t('money.places.text', { best: best.name, high: share(shareSaved(best)), worst: worst.name, low: share(shareSaved(worst)) })}</p>}
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

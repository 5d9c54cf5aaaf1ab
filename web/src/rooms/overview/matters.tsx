import type { Influence, Results } from '../../api/types'
import { Unconfirmed } from '../../components/basics'
import { FillTables } from '../../components/fill'
import { InfluenceBar } from '../../components/figures'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'

function Influences({ caption, rows, shown, named }: { caption: string; rows: readonly Influence[]; shown: (value: number | null) => string; named?: boolean }) {
  const { t, name } = useWords()
  const max = Math.max(...rows.map((row) => Math.max(Math.abs(row.low ?? 0), Math.abs(row.high ?? 0))), 1e-9)
  return (
    <PlainTable
      caption={caption}
      rows={rows}
      id={(row) => row.id}
      columns={[
        {
          key: 'name',
          label: t('matters.what'),
          header: true,
          cell: (row) => (
            <>
              {name(row.name)} {named && <Unconfirmed confirmed={row.confirmed} short />}
              <br />
              <span className="soft small">{t(`confidence.${row.confidence as 'assumption'}`)}</span>
            </>
          ),
        },
        { key: 'bar', label: t('matters.effect'), cell: (row) => <InfluenceBar value={row.effect ?? 0} low={row.low ?? 0} high={row.high ?? 0} max={max} /> },
        { key: 'number', minor: true, label: t('matters.number'), numeric: true, cell: (row) => `${shown(row.effect)} (${shown(row.low)} – ${shown(row.high)})` },
      ]}
    />
  )
}

/** What moves the answer most: figures we do not know, and assets that fail or hold. */
export function Matters({ results }: { results: Results }) {
  const { t, decimal, large } = useWords()
  return (
    <section className="stack" aria-labelledby="matters">
      <h2 id="matters">{t('matters.title')}</h2>
      {results.influences_groups.length + results.influences_assets.length === 0 ? (
        <>
          <p className="measure">{t('matters.none')}</p>
          <FillTables tables={['parameters']} />
        </>
      ) : (
      <div className="stack">
        <p className="measure soft">{t('matters.text')}</p>
        {results.influences_groups.length > 0 && <Influences caption={t('matters.figures')} rows={results.influences_groups.slice(0, 5)} shown={(value) => (value === null ? '–' : decimal(value, 2))} />}
        {results.influences_assets.length > 0 && <Influences caption={t('matters.assets')} rows={results.influences_assets.slice(0, 5)} shown={large} named />}
      </div>
      )}
    </section>
  )
}

import { path } from '../../api/http'
import type { Confidence, Results, Table } from '../../api/types'
import { Link } from '../../components/basics'
import { PlainTable } from '../../components/table'
import { useWords, type Key } from '../../i18n'
import { useAddress } from '../../state/address'
import { useResource } from '../../state/resource'
import { useRun } from '../../state/run'

export const confidenceKinds = ['measured', 'register', 'published', 'estimate', 'assumption'] as const
export const confidenceColours = { measured: '#14532d', register: '#2f7d5b', published: '#5d93b8', estimate: '#e0b04f', assumption: '#c86b3c' } as const

/** How many rows rest on what, as one bar; the numbers stand in its name. */
export function ConfidenceBar({ counts }: { counts: Pick<Confidence, (typeof confidenceKinds)[number]> }) {
  const { t, whole } = useWords()
  const all = confidenceKinds.reduce((sum, kind) => sum + counts[kind], 0)
  if (all === 0) return <span className="soft">–</span>
  const label = confidenceKinds.filter((kind) => counts[kind] > 0).map((kind) => `${t(`confidence.${kind}`)} ${whole(counts[kind])}`)
  return (
    <span className="bar bar--parts" role="img" aria-label={label.join(', ')} title={label.join(', ')}>
      {confidenceKinds.map((kind) => (
        <span key={kind} style={{ inlineSize: `${(counts[kind] / all) * 100}%`, background: confidenceColours[kind] }} />
      ))}
    </span>
  )
}

export function ConfidenceLegend() {
  const { t } = useWords()
  return (
    <ul className="legend" aria-label={t('confidence')}>
      {confidenceKinds.map((kind) => (
        <li key={kind}>
          <span className="swatch" style={{ background: confidenceColours[kind] }} />
          {t(`confidence.${kind}` as Key)}
        </li>
      ))}
    </ul>
  )
}

/** How sure we are: where the spread comes from, what the data rest on, and what is left out. */
export function Certainty({ results }: { results: Results }) {
  const { t, name, percent, whole } = useWords()
  const { to } = useAddress()
  const { region } = useRun()
  const tables = useResource<{ tabellen: Table[] }>(path('regios', region.id, 'tabellen'))
  const complete = new Map(tables.data?.tabellen.map((table) => [table.naam, table.volledigheid]))
  const sum = (kind: (typeof confidenceKinds)[number]) => results.confidence.reduce((total, row) => total + row[kind], 0)
  const all = confidenceKinds.reduce((total, kind) => total + sum(kind), 0)
  return (
    <section className="stack" aria-labelledby="certainty">
      <h2 id="certainty">{t('certainty.title')}</h2>
      <ul className="stack stack--tight measure">
        <li>{(results.spread.shared ?? 0) + (results.spread.own ?? 0) > 0 ? t('certainty.spread', { shared: percent(results.spread.shared), own: percent(results.spread.own) }) : t('certainty.spread.none')}</li>
        <li>{t('certainty.assumption', { share: percent(sum('assumption') / Math.max(1, all)) })}</li>
        <li>{t('certainty.replicas', { count: whole(results.run.replicas) })}</li>
      </ul>
      <ConfidenceLegend />
      <PlainTable
        caption={t('certainty.caption')}
        rows={results.confidence}
        id={(row) => row.table}
        columns={[
          { key: 'table', label: t('word.table'), header: true, cell: (row) => <Link href={to('/gegevens', { tabel: row.table })}>{t(`table.${row.table}` as Key)}</Link> },
          { key: 'bar', label: t('confidence'), cell: (row) => <ConfidenceBar counts={row} /> },
          { key: 'complete', minor: true, label: t('data.complete'), numeric: true, cell: (row) => percent(complete.get(row.table)) },
          { key: 'share', label: t('certainty.share'), numeric: true, cell: (row) => percent(row.assumption / Math.max(1, confidenceKinds.reduce((total, kind) => total + row[kind], 0))) },
        ]}
      />
      <details>
        <summary>{t('certainty.left')}</summary>
        <ul className="measure">
          {results.not_modelled.map((item) => (
            <li key={item.nl}>{name(item)}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

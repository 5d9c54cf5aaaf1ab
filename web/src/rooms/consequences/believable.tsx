import type { Backtest, BacktestRow, Results, Sensitivity } from '../../api/types'
import { Button } from '../../components/basics'
import { FillTables } from '../../components/fill'
import { InfluenceBar, KeyFigure, WithNote } from '../../components/figures'
import { LongTable, PlainTable, type TableColumn } from '../../components/table'
import { useWords, type Key } from '../../i18n'
import { useAddress } from '../../state/address'
import { unitOf, webSource, worstMisses } from './figures'
import { Part } from '../../components/part'

/** How good the model is: held against outages that happened, and which of its uncertain figures matter. */
export function Believable({ results }: { results: Results }) {
  const { t, percent, whole } = useWords()
  const { query } = useAddress()
  const test = results.backtest
  const sensitivity = results.sensitivity
  return (
    <Part id="toets" title={t('consequences.test')} asked={query.waarnemingen !== undefined} answer={<p className="lead measure">{test ? t('test.summary', { outages: whole(test.outages.length), all: whole(test.observations.length), share: percent(test.share_inside) }) : t('test.none.text')}</p>}>
      {test && <Held test={test} />}
      <h3>{t('test.sensitivity')}</h3>
      {sensitivity ? <Matters sensitivity={sensitivity} /> : <p>{t('test.sensitivity.none')}</p>}
    </Part>
  )
}

function Held({ test }: { test: Backtest }) {
  const { t, name, percent, decimal, whole, hours } = useWords()
  const { query, set } = useAddress()
  const all = query.waarnemingen === 'alle'
  const outage = new Map(test.outages.map((item) => [item.id, item]))
  const value = (row: BacktestRow, number: number) => ({ share: percent(number), hours: hours(number), number: decimal(number, 2) })[unitOf(row.observable)]
  const columns: TableColumn<BacktestRow>[] = [
    { key: 'case', label: t('test.outage'), header: true, sort: (row) => outage.get(row.case)?.name ?? row.case, cell: (row) => outage.get(row.case)?.name ?? row.case },
    { key: 'what', label: t('test.observable'), sort: (row) => name(row.name), cell: (row) => t('test.at', { what: name(row.name), hours: hours(row.t_hours) }) },
    { key: 'seen', label: t('test.seen'), numeric: true, cell: (row) => (row.observed_low === row.observed_high ? value(row, row.observed_low) : `${value(row, row.observed_low)} – ${value(row, row.observed_high)}`) },
    { key: 'predicted', label: t('test.predicted'), numeric: true, cell: (row) => <WithNote value={value(row, row.p50)} note={`${value(row, row.p05)} – ${value(row, row.p95)}`} /> },
    { key: 'inside', short: true, label: t('test.inside'), sort: (row) => (row.inside ? (row.middle_inside ? 2 : 1) : 0), cell: (row) => (row.inside ? row.middle_inside ? <span className="tag tag--good">{`✓ ${t('test.inside.yes')}`}</span> : <span className="tag tag--warn">{`◐ ${t('test.inside.edge')}`}</span> : <span className="tag tag--bad">{`✗ ${t('test.inside.no')}`}</span>) },
    {
      key: 'source',
      minor: true,
      label: t('test.source'),
      cell: (row) => {
        const source = webSource(row.source)
        return source ? (
          <a href={source.href} rel="noreferrer">
            {source.host}
          </a>
        ) : (
          <span className="small">{row.source}</span>
        )
      },
    },
  ]
  const key = (row: BacktestRow) => `${row.case}/${row.observable}/${row.t_hours}/${row.source}`
  return (
    <>
      <ul className="figures">
        <KeyFigure value={percent(test.share_inside)}>{t('test.share', { all: whole(test.observations.length) })}</KeyFigure>
        <KeyFigure value={percent(test.share_middle_inside)}>{t('test.share.middle')}</KeyFigure>
        <KeyFigure value={t('overview.of', { part: whole(test.new_inside), all: whole(test.new_observations) })}>{t('test.new')}</KeyFigure>
        <KeyFigure value={test.median_width_ratio === null ? '–' : decimal(test.median_width_ratio, 2)}>{t('test.width')}</KeyFigure>
      </ul>
      <PlainTable stacked caption={t('test.worst')} rows={worstMisses(test)} id={key} columns={columns} />
      <p className="no-print">
        <Button pressed={all} onClick={() => set({ waarnemingen: all ? undefined : 'alle' })}>
          {t('test.all', { count: whole(test.observations.length) })}
        </Button>
      </p>
      {all && <LongTable caption={t('test.all.caption')} rows={test.observations} id={(row) => `${test.observations.indexOf(row)}`} columns={columns} rowHeight={64} />}
      <PlainTable
        caption={t('test.kinds')}
        rows={test.observables}
        id={(row) => row.observable}
        columns={[
          { key: 'name', label: t('test.observable'), header: true, sort: (row) => name(row.name), cell: (row) => name(row.name) },
          { key: 'inside', label: t('test.inside'), numeric: true, sort: (row) => row.inside / Math.max(1, row.observations), cell: (row) => t('overview.of', { part: whole(row.inside), all: whole(row.observations) }) },
          { key: 'width', label: t('test.width.short'), numeric: true, sort: (row) => row.median_width_ratio, cell: (row) => (row.median_width_ratio === null ? '–' : decimal(row.median_width_ratio, 2)) },
        ]}
      />
      {test.not_tested.length > 0 && (
        <details>
          <summary>{t('test.untested')}</summary>
          <ul className="measure">
            {test.not_tested.map((item) => (
              <li key={item.nl}>{name(item)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Matters({ sensitivity }: { sensitivity: Sensitivity }) {
  const { t, name, percent, whole, decimal } = useWords()
  const max = Math.max(0.01, ...sensitivity.rows.map((row) => row.high))
  const rested = (confidence: string) => (confidence === '' ? '–' : t(`confidence.${confidence}` as Key))
  return (
    <>
      {sensitivity.figures > 0 && <p className="measure">{t('test.sensitivity.text', { figures: whole(sensitivity.figures), explained: percent(sensitivity.explained), replicas: whole(sensitivity.replicas) })}</p>}
      {sensitivity.rows.length === 0 ? (
        <>
          <p>{t(sensitivity.figures === 0 ? 'test.sensitivity.fixed' : 'test.sensitivity.chance')}</p>
          {sensitivity.figures === 0 && <FillTables tables={['parameters']} />}
        </>
      ) : (
        <PlainTable
          caption={t('test.sensitivity.caption')}
          rows={sensitivity.rows}
          id={(row) => row.id}
          columns={[
            { key: 'name', label: t('test.figure'), header: true, cell: (row) => name(row.name) },
            { key: 'bar', label: t('test.influence'), cell: (row) => <InfluenceBar value={row.first_order} low={row.low} high={row.high} max={max} /> },
            { key: 'share', label: t('test.explains'), numeric: true, sort: (row) => row.first_order, cell: (row) => <WithNote value={percent(row.first_order)} note={`${percent(row.low)}–${percent(row.high)}`} /> },
            { key: 'pawn', minor: true, label: t('test.pawn'), numeric: true, sort: (row) => row.pawn, cell: (row) => `${decimal(row.pawn, 2)} (${decimal(row.pawn_noise, 2)})` },
            { key: 'confidence', minor: true, label: t('confidence'), cell: (row) => rested(row.confidence) },
          ]}
        />
      )}
      {sensitivity.figures === 0 ? null : sensitivity.flips.length === 0 ? (
        <p>{t('test.flips.none', { count: whole(sensitivity.rankings) })}</p>
      ) : (
        <PlainTable
          stacked
          caption={t('test.flips')}
          rows={sensitivity.flips}
          id={(row) => `${row.id}/${row.ranking}`}
          columns={[
            { key: 'name', label: t('test.figure'), header: true, cell: (row) => name(row.name) },
            { key: 'ranking', label: t('test.ranking'), cell: (row) => t(`ranking.${row.ranking}`) },
            { key: 'low', label: t('test.low'), cell: (row) => name(row.low_first) },
            { key: 'high', label: t('test.high'), cell: (row) => name(row.high_first) },
            { key: 'confidence', label: t('confidence'), cell: (row) => rested(row.confidence) },
          ]}
        />
      )}
    </>
  )
}

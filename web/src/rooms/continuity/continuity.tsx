import { useMemo } from 'react'
import type { Process, Results } from '../../api/types'
import { Link, Loaded, Notice, Select } from '../../components/basics'
import { RangeDots } from '../../components/figures'
import { LongTable, PlainTable, type TableColumn } from '../../components/table'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { useRun } from '../../state/run'
import { Legend, strip } from '../overview/services'
import { ProcessDetail } from './process-detail'
import { staticVerdict, surprise, timedVerdict, worstFirst, type Verdict } from './verdicts'

export default function Continuity() {
  const { results } = useRun()
  return <Loaded of={results} lines={10}>{(data) => <Room results={data} />}</Loaded>
}

export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const { t } = useWords()
  const sign = { meets: '✓', fails: '✗', doubtful: '?' }[verdict]
  const tone = { meets: 'good', fails: 'bad', doubtful: 'warn' }[verdict]
  return <span className={`tag tag--${tone}`}>{`${sign} ${t(`verdict.${verdict}`)}`}</span>
}

function Room({ results }: { results: Results }) {
  const { t, name, whole, percent, hours, hoursRange } = useWords()
  const { query, set, to } = useAddress()
  const owners = useMemo(() => {
    const withProcesses = new Set(results.processes.map((process) => process.organisation))
    return results.organisations.filter((item) => withProcesses.has(item.id)).sort((a, b) => Number(b.own_continuity) - Number(a.own_continuity) || a.name.localeCompare(b.name, 'nl'))
  }, [results])
  const process = results.processes.find((item) => item.id === query.proces)
  const wanted = query.organisatie ?? process?.organisation ?? owners[0]?.id ?? 'alle'
  const all = wanted === 'alle'
  const processes = useMemo(() => worstFirst(results.processes.filter((item) => all || item.organisation === wanted)), [results, wanted, all])
  const nameOf = useMemo(() => new Map(results.organisations.map((item) => [item.id, item.name])), [results])
  const horizon = results.run.horizon_h
  const count = (verdict: Verdict) => processes.filter((item) => timedVerdict(item) === verdict).length
  const surprises = processes.filter(surprise).length
  const columns: TableColumn<Process>[] = [
    {
      key: 'name',
      label: t('word.process'),
      header: true,
      sort: (item) => name(item.name),
      cell: (item) => (
        <>
          <Link href={to('/continuiteit', { organisatie: wanted, proces: item.id })} aria-current={item.id === process?.id ? 'true' : undefined}>
            {name(item.name)}
          </Link>
          {all && (
            <>
              <br />
              <span className="soft small">{nameOf.get(item.organisation ?? '')}</span>
            </>
          )}
        </>
      ),
    },
    {
      key: 'objective',
      minor: true,
      label: t('continuity.objective'),
      sort: (item) => item.mtpd_h,
      cell: (item) => (
        <span className="nowrap">
          {t('continuity.rto', { hours: item.rto_h === null ? '–' : hours(item.rto_h) })}
          <br />
          {t('continuity.mtpd', { hours: item.mtpd_h === null ? '–' : hours(item.mtpd_h) })}
        </span>
      ),
    },
    {
      key: 'outcome',
      minor: true,
      label: t('continuity.outcome'),
      sort: (item) => item.longest_interruption_h.p50,
      cell: (item) => (
        <>
          <RangeDots estimate={item.longest_interruption_h} max={horizon} limit={item.mtpd_h} label={t('continuity.outcome.label', { range: hoursRange(item.longest_interruption_h.p5, item.longest_interruption_h.p95, horizon), mtpd: item.mtpd_h === null ? '–' : hours(item.mtpd_h) })} />
          <br />
          <span className="soft small">{hoursRange(item.longest_interruption_h.p5, item.longest_interruption_h.p95, horizon)}</span>
        </>
      ),
    },
    { key: 'chance', label: t('own.chance'), numeric: true, sort: (item) => item.mtpd_exceeded.mean, cell: (item) => percent(item.mtpd_exceeded.mean) },
    { key: 'static', minor: true, label: t('continuity.static'), sort: (item) => staticVerdict(item), cell: (item) => <VerdictTag verdict={staticVerdict(item)} /> },
    { key: 'timed', label: t('continuity.timed'), sort: (item) => timedVerdict(item), cell: (item) => <VerdictTag verdict={timedVerdict(item)} /> },
    { key: 'strip', minor: true, label: t('continuity.strip', { hours: horizon }), cell: (item) => <span className="heat" aria-hidden="true" style={{ background: strip(item.down_probability.mean) }} /> },
  ]
  const caption = t('continuity.caption', { organisation: all ? t('continuity.all') : (nameOf.get(wanted) ?? wanted) })
  return (
    <div className="stack stack--wide">
      <header className="stack">
        <h1>{t('continuity.title')}</h1>
        <div className="row row--end controls">
          <Select
            label={t('word.organisation')}
            value={wanted}
            options={[{ value: 'alle', label: t('continuity.all') }, ...owners.map((item) => ({ value: item.id, label: item.name }))]}
            onChange={(value) => set({ organisatie: value, proces: undefined }, true)}
          />
        </div>
        <p className="lead">
          {t('continuity.summary', { all: whole(processes.length), fails: whole(count('fails')), doubtful: whole(count('doubtful')), meets: whole(count('meets')) })}
        </p>
        {surprises > 0 && <Notice kind="warning">{t('continuity.surprise', { count: whole(surprises) })}</Notice>}
      </header>
      <section className="stack" aria-labelledby="bia">
        <div className="row row--between">
          <h2 id="bia">{t('continuity.bia')}</h2>
          <Legend />
        </div>
        {all ? <LongTable caption={caption} rows={processes} id={(item) => item.id} columns={columns} chosen={process?.id} rowHeight={66} height="36rem" /> : <PlainTable caption={caption} rows={processes} id={(item) => item.id} columns={columns} chosen={process?.id} />}
        <p className="small soft">{t('continuity.explained')}</p>
      </section>
      {process ? <ProcessDetail process={process} organisation={nameOf.get(process.organisation ?? '') ?? ''} results={results} /> : <p className="soft">{t('continuity.choose')}</p>}
    </div>
  )
}

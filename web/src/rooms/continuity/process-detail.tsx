import { useMemo } from 'react'
import { path } from '../../api/http'
import type { Process, ProcessOutcome, Results } from '../../api/types'
import { Link, Loaded, Segments, Unconfirmed } from '../../components/basics'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { useClock } from '../../state/clock'
import { useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import { Course } from '../map/course'
import { Story } from '../map/place-panel'
import { VerdictTag } from './continuity'
import { CutSets } from './cut-sets'
import { staticVerdict, timedVerdict } from './verdicts'

/** One process whole: objective and outcome, what limits it, what stops it, what strengthening gains, and its story. */
export function ProcessDetail({ process, organisation, results }: { process: Process; organisation: string; results: Results }) {
  const { t, name } = useWords()
  const { query, set, to } = useAddress()
  const { run } = useRun()
  const clock = useClock(results.run.horizon_h)
  const outcome = useResource<ProcessOutcome>(path('doorrekeningen', run.id, 'uitkomsten', 'processen', process.id))
  const lines = useMemo(() => [{ name: t('process.down'), mean: process.down_probability.mean, low: process.down_probability.p5, high: process.down_probability.p95 }], [process, t])
  const title = `${name(process.name)} – ${organisation}`
  return (
    <section className="stack" aria-labelledby="process">
      <div className="row row--between">
        <h2 id="process">{title}</h2>
        <Link href={to('/continuiteit/dossier', { proces: process.id })}>{t('dossier.open')}</Link>
      </div>
      <p>
        <Unconfirmed confirmed={process.confirmed} />
      </p>
      <div className="grid-2">
        <ObjectiveAndOutcome process={process} horizon={results.run.horizon_h} />
        <Course title={t('process.course')} lines={lines} hour={clock.hour} start={results.run.start} unit="share" onHour={clock.to} />
      </div>
      <Limiting process={process} />
      <section className="stack" aria-labelledby="cuts">
        <h3 id="cuts">{t('cuts.title')}</h3>
        <Loaded of={outcome} lines={5}>
          {(data) => {
            const horizons = data.heldView?.horizons ?? []
            const horizon = horizons.find((item) => String(item.horizon_h) === query.binnen) ?? horizons[0]
            if (!horizon) return <p className="soft">{t('cuts.none')}</p>
            return (
              <>
                <Segments legend={t('cuts.within')} value={String(horizon.horizon_h)} options={horizons.map((item) => ({ value: String(item.horizon_h), label: t('cuts.hours', { hours: item.horizon_h }) }))} onChange={(value) => set({ binnen: value })} />
                <CutSets horizon={horizon} process={name(process.name)} confirmed={process.confirmed} />
              </>
            )
          }}
        </Loaded>
      </section>
      <section className="stack" aria-labelledby="story">
        <h3 id="story">{t('place.story')}</h3>
        <Story object={`processes/${process.id}`} />
      </section>
    </section>
  )
}

export function ObjectiveAndOutcome({ process, horizon }: { process: Process; horizon: number }) {
  const { t, name, hours, hoursRange, percent } = useWords()
  const verdict = process.static_verdict
  return (
    <div className="card stack">
      <h3>{t('process.objective')}</h3>
      <dl className="dl">
        <dt>{t('process.mbco')}</dt>
        <dd>{process.mbco}</dd>
        <dt>{t('process.rto')}</dt>
        <dd>{process.rto_h === null ? '–' : hours(process.rto_h)}</dd>
        <dt>{t('process.mtpd')}</dt>
        <dd>{process.mtpd_h === null ? '–' : hours(process.mtpd_h)}</dd>
        <dt>{t('continuity.static')}</dt>
        <dd>
          <VerdictTag verdict={staticVerdict(process)} /> {t('process.static', { required: verdict.required_h === null ? '–' : hours(verdict.required_h), expected: verdict.expected_h === null ? '–' : hours(verdict.expected_h) })}
        </dd>
        <dt>{t('continuity.timed')}</dt>
        <dd>
          <VerdictTag verdict={timedVerdict(process)} /> {t('process.timed', { share: percent(process.mtpd_exceeded.mean) })}
        </dd>
        <dt>{t('process.first')}</dt>
        <dd>{`${hours(process.first_failure_h.p50, horizon)} (${hoursRange(process.first_failure_h.p5, process.first_failure_h.p95, horizon)})`}</dd>
        <dt>{t('own.longest')}</dt>
        <dd>{hoursRange(process.longest_interruption_h.p5, process.longest_interruption_h.p95, horizon)}</dd>
        <dt>{t('process.back')}</dt>
        <dd>{hoursRange(process.recovery_h.p5, process.recovery_h.p95, horizon)}</dd>
        <dt>{t('process.never')}</dt>
        <dd>{percent(process.never_fails)}</dd>
        <dt>{t('process.assumed')}</dt>
        <dd>{percent(process.assumption_share)}</dd>
      </dl>
      <ul className="stack stack--tight">
        {process.checks.map((check) => (
          <li key={check.rule}>
            <span className={check.holds ? 'tag tag--good' : 'tag tag--bad'}>{check.holds ? `✓ ${t('check.holds')}` : `✗ ${t('check.fails')}`}</span> {name(check.sentence)}
          </li>
        ))}
      </ul>
    </div>
  )
}

export function Limiting({ process }: { process: Process }) {
  const { t, name, percent } = useWords()
  if (process.limiting.length === 0) return <p className="soft">{t('crisis.unknown')}</p>
  return (
    <PlainTable
      caption={t('process.limiting')}
      rows={process.limiting}
      id={(part) => part.id + part.what.nl}
      columns={[
        {
          key: 'what',
          label: t('cuts.part'),
          header: true,
          cell: (part) => (
            <>
              {name(part.what)} <Unconfirmed confirmed={part.confirmed} short />
            </>
          ),
        },
        { key: 'share', label: t('process.share'), numeric: true, cell: (part) => percent(part.share) },
      ]}
    />
  )
}

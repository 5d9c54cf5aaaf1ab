import { Loaded } from '../../components/basics'
import { KeyFigure, useRange } from '../../components/figures'
import { useWords } from '../../i18n'
import type { Results } from '../../api/types'
import { useRun } from '../../state/run'
import { Certainty } from './certainty'
import { CrisisRooms } from './crisis-rooms'
import { Matters } from './matters'
import { Municipalities } from './municipalities'
import { OwnContinuity } from './own-continuity'
import { Services } from './services'

export function Overview() {
  const { results } = useRun()
  return <Loaded of={results} lines={10}>{(data) => <Answer results={data} />}</Loaded>
}

/** Processes of municipalities and emergency services: how many, and how many are down longer than can be borne. */
function ownProcesses(results: Results) {
  const own = new Set(results.organisations.filter((item) => item.own_continuity).map((item) => item.id))
  const processes = results.processes.filter((process) => own.has(process.organisation ?? ''))
  return { all: processes.length, over: processes.filter((process) => (process.mtpd_exceeded.mean ?? 0) >= 0.5).length }
}

function KeyFigures({ results }: { results: Results }) {
  const { t, name, people, whole, hours, large } = useWords()
  const range = useRange()
  const own = ownProcesses(results)
  const warmth = results.needs.find((need) => need.id === 'warmth') ?? results.needs[0]
  const curve = warmth && results.region.unmet[warmth.id]
  const peak = curve ? curve.mean.reduce<number>((best, value, hour) => ((value ?? 0) > (curve.mean[best] ?? 0) ? hour : best), 0) : 0
  const slowest = [...results.services].sort((a, b) => (b.phases.hours_to_90.p50 ?? Infinity) - (a.phases.hours_to_90.p50 ?? Infinity))[0]
  const back = slowest?.phases.hours_to_90
  const total = results.total_unmet_person_hours
  return (
    <ul className="figures" aria-label={t('overview.figures')}>
      <KeyFigure value={t('overview.of', { part: whole(own.over), all: whole(own.all) })}>{t('overview.processes')}</KeyFigure>
      {warmth && curve && (
        <KeyFigure value={people(curve.mean[peak])} {...(curve.p5 && curve.p95 && { range: range(people(curve.p5[peak]), people(curve.p95[peak])) })}>
          {t('overview.need', { all: whole(results.residents), need: name(warmth.name).toLowerCase(), hours: whole(peak) })}
        </KeyFigure>
      )}
      {slowest && back && (
        <KeyFigure value={hours(back.p50, results.run.horizon_h)} range={range(hours(back.p5), hours(back.p95, results.run.horizon_h))}>
          {t('overview.slowest', { service: name(slowest.name) })}
        </KeyFigure>
      )}
      <KeyFigure value={large(total.mean)} range={range(large(total.p5), large(total.p95))}>
        {t('overview.total')}
      </KeyFigure>
    </ul>
  )
}

function Answer({ results }: { results: Results }) {
  const { t, name } = useWords()
  return (
    <div className="stack stack--wide">
      <header className="stack">
        <h1>{t('overview.title', { hazard: name(results.run.hazard).toLowerCase(), region: name(results.run.region_title) })}</h1>
        <KeyFigures results={results} />
      </header>
      <CrisisRooms results={results} />
      <OwnContinuity results={results} />
      <Municipalities results={results} />
      <Services results={results} />
      <Matters results={results} />
      <Certainty results={results} />
    </div>
  )
}

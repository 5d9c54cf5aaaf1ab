import { path } from '../../api/http'
import type { ProcessOutcome, Results } from '../../api/types'
import { Button, Empty, Link, Loaded, Unconfirmed } from '../../components/basics'
import { useWords } from '../../i18n'
import { longMoment } from '../../i18n/format'
import { useAddress } from '../../state/address'
import { useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import { strip } from '../overview/services'
import { Limiting, ObjectiveAndOutcome } from './process-detail'

export default function Dossier() {
  const { results } = useRun()
  return <Loaded of={results} lines={10}>{(data) => <Sheet results={data} />}</Loaded>
}

/** One page about one process, for the table and for the printer. */
function Sheet({ results }: { results: Results }) {
  const { t, name, language, percent, hours, whole } = useWords()
  const { query, to } = useAddress()
  const { run } = useRun()
  const process = results.processes.find((item) => item.id === query.proces)
  const outcome = useResource<ProcessOutcome>(process && path('doorrekeningen', run.id, 'uitkomsten', 'processen', process.id))
  if (!process)
    return (
      <Empty title={t('dossier.unknown')}>
        <Link href={to('/continuiteit')}>{t('room.continuity')}</Link>
      </Empty>
    )
  const owner = results.organisations.find((item) => item.id === process.organisation)?.name ?? ''
  const horizon = outcome.data?.heldView?.horizons.at(-1)
  return (
    <article className="stack dossier">
      <div className="row row--between no-print">
        <Link href={to('/continuiteit', { organisatie: process.organisation ?? '', proces: process.id })}>{t('dossier.back')}</Link>
        <Button look="primary" onClick={() => window.print()}>
          {t('dossier.print')}
        </Button>
      </div>
      <header className="stack stack--tight">
        <p className="soft">{owner}</p>
        <h1>{name(process.name)}</h1>
        <p>
          {t('dossier.run', { hazard: name(results.run.hazard).toLowerCase(), moment: longMoment(results.run.start, language), season: t(`season.${results.run.season as 'winter'}`), count: whole(results.run.replicas), id: results.run.run_id })}
        </p>
        <p>
          <Unconfirmed confirmed={process.confirmed} />
        </p>
      </header>
      <ObjectiveAndOutcome process={process} horizon={results.run.horizon_h} />
      <figure className="stack stack--tight">
        <figcaption>
          <strong>{t('continuity.strip', { hours: results.run.horizon_h })}</strong> – {t('services.strip.label', { a: percent(process.down_probability.mean[2]), b: percent(process.down_probability.mean[24]), c: percent(process.down_probability.mean[72]) })}
        </figcaption>
        <span className="heat heat--tall" aria-hidden="true" style={{ background: strip(process.down_probability.mean) }} />
      </figure>
      <Limiting process={process} />
      {horizon && (
        <section className="stack stack--tight">
          <h2>{t('cuts.title')}</h2>
          <p>{name(horizon.sentence)}</p>
          <ul>
            {horizon.gains.filter((gain) => gain.probability_without < horizon.probability - 0.005).slice(0, 5).map((gain) => (
              <li key={gain.what.nl}>{t('crisis.gain', { what: name(gain.what), hours: hours(horizon.horizon_h), from: percent(horizon.probability), into: percent(gain.probability_without) })}</li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}

import type { Results } from '../../api/types'
import { Loaded } from '../../components/basics'
import { useWords } from '../../i18n'
import { useClock } from '../../state/clock'
import { useRun } from '../../state/run'
import { Believable } from './believable'
import { Clockwork } from './clockwork'
import { EvidencePart } from './evidence'
import { Fuel } from './fuel'
import { Hazards } from './hazards'
import { HelpPart } from './help'
import { Impact } from './impact'
import { LeftOut } from './left-out'
import { Plans } from './plans'
import { Prepared } from './prepared/prepared'
import { ReachPart } from './reach'

export default function Consequences() {
  const { results } = useRun()
  return <Loaded of={results} lines={10}>{(data) => <Room results={data} />}</Loaded>
}

function Room({ results }: { results: Results }) {
  const { t, name } = useWords()
  const clock = useClock(results.run.horizon_h)
  const parts = [
    { id: 'impact', title: t('consequences.impact') },
    { id: 'plannen', title: t('consequences.plans') },
    { id: 'bereik', title: t('consequences.reach') },
    { id: 'beslisklok', title: t('consequences.clock') },
    { id: 'hulp', title: t('consequences.help') },
    { id: 'voorbereid', title: t('consequences.prepared') },
    { id: 'brandstof', title: t('consequences.fuel') },
    { id: 'dreigingen', title: t('consequences.hazards') },
    { id: 'toets', title: t('consequences.test') },
    { id: 'onderbouwing', title: t('consequences.evidence') },
  ]
  return (
    <div className="stack stack--wide consequences printed">
      <header className="stack">
        <h1>{t('consequences.title')}</h1>
        <p className="lead measure">{t('consequences.text', { hazard: name(results.run.hazard).toLowerCase(), region: name(results.run.region_title) })}</p>
        <nav aria-label={t('consequences.contents')} className="no-print">
          <ol className="columns-2">
            {parts.map((part) => (
              <li key={part.id}>
                <a href={`#${part.id}`}>{part.title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <LeftOut />
      </header>
      <Impact results={results} />
      <Plans results={results} />
      <ReachPart results={results} clock={clock} />
      <Clockwork results={results} />
      <HelpPart results={results} clock={clock} />
      <Prepared results={results} />
      <Fuel results={results} clock={clock} />
      <Hazards results={results} />
      <Believable results={results} />
      <EvidencePart />
    </div>
  )
}

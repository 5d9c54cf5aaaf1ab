import type { HeldHorizon } from '../../api/types'
import { Unconfirmed } from '../../components/basics'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'

/** The smallest combinations that stop a process, as a picture: one of these boxes is enough; within a box all must happen. */
export function CutSets({ horizon, process, confirmed }: { horizon: HeldHorizon; process: string; confirmed: boolean }) {
  const { t, name, percent, hours } = useWords()
  const sets = horizon.most_probable_sets
  return (
    <div className="stack">
      <p className="lead">
        {name(horizon.sentence)} {!confirmed && !/niet bevestigd|not confirmed/.test(name(horizon.sentence)) && <Unconfirmed />}
      </p>
      {sets.length > 0 && (
        <figure className="cuts" aria-label={t('cuts.picture', { process, hours: hours(horizon.horizon_h) })}>
          <div className="cuts__top">
            <strong>{t('cuts.top', { process, hours: hours(horizon.horizon_h) })}</strong>
            <span>{t('cuts.chance', { share: percent(horizon.probability) })}</span>
          </div>
          <div className="cuts__or" aria-hidden="true">
            {t('cuts.or')}
          </div>
          <ol className="cuts__sets">
            {sets.map((set, index) => (
              <li key={index} className="cuts__set">
                <ul>
                  {set.events.map((event, at) => (
                    <li key={at} className="cuts__event">
                      {at > 0 && <span className="cuts__and">{t('cuts.and')}</span>}
                      <span>{name(event)}</span>
                    </li>
                  ))}
                </ul>
                <span className="cuts__chance">{percent(set.probability)}</span>
              </li>
            ))}
          </ol>
          <figcaption className="small soft">{t('cuts.count', { all: horizon.minimal_cut_sets, one: horizon.of_one_event, two: horizon.of_two_events, shown: sets.length })}</figcaption>
        </figure>
      )}
      {horizon.gains.length > 0 && (
        <PlainTable
          caption={t('cuts.gains')}
          rows={horizon.gains}
          id={(gain) => name(gain.what)}
          columns={[
            { key: 'what', label: t('cuts.part'), header: true, cell: (gain) => name(gain.what) },
            { key: 'alone', minor: true, label: t('cuts.alone'), cell: (gain) => (gain.alone ? t('yes') : t('no')) },
            { key: 'fails', label: t('cuts.fails'), numeric: true, sort: (gain) => gain.fails, cell: (gain) => percent(gain.fails) },
            { key: 'without', label: t('cuts.without'), numeric: true, sort: (gain) => gain.probability_without, cell: (gain) => t('cuts.fromto', { from: percent(horizon.probability), to: percent(gain.probability_without) }) },
          ]}
        />
      )}
      <p className="small soft">{t('cuts.simulated', { held: percent(horizon.probability), simulated: percent(horizon.simulated_probability) })}</p>
    </div>
  )
}

import { path } from '../../../api/http'
import type { Preparedness, Results } from '../../../api/types'
import { Loaded } from '../../../components/basics'
import { LongTable, PlainTable } from '../../../components/table'
import { useWords } from '../../../i18n'
import { useAddress } from '../../../state/address'
import { useResource } from '../../../state/resource'
import { useRun } from '../../../state/run'
import { Part } from '../../../components/part'
import { CampaignPanel } from './campaign'
import { SurveyPanel } from './survey'

/** How long households manage by themselves, area by area, and what a survey or a campaign would change about that. */
export function Prepared({ results }: { results: Results }) {
  const { t, name, people, hours, percent } = useWords()
  const { region } = useRun()
  const { query } = useAddress()
  const found = useResource<Preparedness>(path('regios', region.id, 'voorbereidingen'))
  const largest = found.data && largestFirst(found.data.profielen)[0]
  const need = largest && (largest.behoeften.find((item) => item.behoefte === 'water') ?? largest.behoeften[0])
  return (
    <Part
      id="voorbereid"
      title={t('consequences.prepared')}
      asked={query.profiel !== undefined}
      answer={<p className="lead measure">{largest && need ? t('prepared.summary', { profile: largest.id, residents: people(largest.inwoners), need: name(need.naam).toLowerCase(), hours: hours(need.gewoon), share: percent(need.deel72uur) }) : t('prepared.none')}</p>}
    >
      <p className="measure">{t('prepared.text')}</p>
      <Loaded of={found} lines={6}>
        {(data) => (
          <>
            <Profiles data={data} />
            <div className="grid-2">
              <SurveyPanel correction={data.correctie} hazard={results.run.hazard_id} />
              <CampaignPanel uptake={data.opkomst} hazard={results.run.hazard_id} />
            </div>
          </>
        )}
      </Loaded>
    </Part>
  )
}

const largestFirst = (profiles: Preparedness['profielen']) => [...profiles].sort((a, b) => b.inwoners - a.inwoners)

function Profiles({ data }: { data: Preparedness }) {
  const { t, name, whole, people, percent, hours } = useWords()
  const { query, set } = useAddress()
  const largest = largestFirst(data.profielen)
  const chosen = data.profielen.find((profile) => profile.id === query.profiel) ?? largest[0]
  if (!chosen) return null
  return (
    <>
      <div className="grid-2">
        <PlainTable
          caption={t('prepared.profiles')}
          rows={largest}
          id={(profile) => profile.id}
          chosen={chosen.id}
          columns={[
            {
              key: 'id',
              label: t('prepared.profile'),
              header: true,
              sort: (profile) => profile.id,
              cell: (profile) => (
                <button type="button" className="link-button" aria-pressed={profile.id === chosen.id} onClick={() => set({ profiel: profile.id })}>
                  {profile.id}
                </button>
              ),
            },
            { key: 'areas', label: t('prepared.areas'), numeric: true, sort: (profile) => profile.gebieden, cell: (profile) => whole(profile.gebieden) },
            { key: 'people', label: t('prepared.residents'), numeric: true, sort: (profile) => profile.inwoners, cell: (profile) => people(profile.inwoners) },
          ]}
        />
        <PlainTable
          caption={t('prepared.needs', { profile: chosen.id })}
          rows={chosen.behoeften}
          id={(need) => need.behoefte}
          columns={[
            { key: 'need', label: t('word.need'), header: true, sort: (need) => name(need.naam), cell: (need) => name(need.naam) },
            { key: 'hours', label: t('prepared.hours'), numeric: true, sort: (need) => need.gewoon, cell: (need) => <>{hours(need.gewoon)}{need.laag !== need.hoog && <><br /><span className="soft small">{`${hours(need.laag)} – ${hours(need.hoog)}`}</span></>}</> },
            { key: 'ready', label: t('prepared.ready'), numeric: true, sort: (need) => need.deel72uur, cell: (need) => percent(need.deel72uur) },
          ]}
        />
      </div>
      <details>
        <summary>{t('prepared.byarea', { areas: whole(data.gebieden.length) })}</summary>
        <LongTable
          caption={t('prepared.byarea', { areas: whole(data.gebieden.length) })}
          rows={data.gebieden}
          id={(area) => area.id}
          height="24rem"
          columns={[
            { key: 'name', label: t('word.area'), header: true, sort: (area) => area.naam, cell: (area) => area.naam },
            { key: 'town', minor: true, label: t('word.municipality'), sort: (area) => area.gemeente, cell: (area) => area.gemeente ?? '–' },
            { key: 'people', label: t('prepared.residents'), numeric: true, sort: (area) => area.inwoners, cell: (area) => people(area.inwoners) },
            { key: 'profile', label: t('prepared.profile'), sort: (area) => area.profiel, cell: (area) => area.profiel },
          ]}
        />
      </details>
    </>
  )
}

import { useState } from 'react'
import { path, send, withQuery, type ApiError } from '../../../api/http'
import type { Campaign, Preparedness } from '../../../api/types'
import { Button, Failure, Segments } from '../../../components/basics'
import { useWords } from '../../../i18n'
import { asApiError } from '../../../state/resource'
import { useRun } from '../../../state/run'
import { Became, Proposal, type Outcome } from './proposal'

const uptakes = ['laag', 'gewoon', 'hoog'] as const
type Uptake = (typeof uptakes)[number]

/** A public campaign with a low, typical or high uptake: what it would change, tried in a run or stored. */
export function CampaignPanel({ uptake, hazard }: { uptake: Preparedness['opkomst']; hazard: string }) {
  const { t, whole, percent } = useWords()
  const { region } = useRun()
  const [chosen, setChosen] = useState<Uptake>('gewoon')
  const [found, setFound] = useState<Campaign>()
  const [error, setError] = useState<ApiError>()
  const [became, setBecame] = useState<Outcome>()
  const post = (check: boolean, who: string, note: string) => send<Campaign>('POST', withQuery(path('regios', region.id, 'campagnes'), { controleer: check }), { opkomst: chosen, wie: who, notitie: note })
  const clear = () => {
    setFound(undefined)
    setError(undefined)
    setBecame(undefined)
  }
  const look = () => {
    clear()
    post(true, '-', '').then(setFound, (reason: unknown) => setError(asApiError(reason)))
  }
  return (
    <section className="card stack" aria-labelledby="campagne">
      <h3 id="campagne">{t('campaign.title')}</h3>
      <p className="small">{t('campaign.text')}</p>
      <Segments
        legend={t('campaign.uptake')}
        value={chosen}
        options={uptakes.map((word) => ({ value: word, label: t('campaign.option', { word: t(`campaign.${word}`), share: percent(uptake[word]) }) }))}
        onChange={(value) => {
          setChosen(value as Uptake)
          clear()
        }}
      />
      <p>
        <Button onClick={look}>{t('survey.look')}</Button>
      </p>
      {error && <Failure error={error} />}
      {found && (
        <Proposal
          id="campagne-bewaren"
          name={t('campaign.run', { share: percent(found.opkomst) })}
          change={found.wijziging}
          hazard={hazard}
          onStore={(who, note) => post(false, who, note)}
          onStored={(outcome) => {
            setBecame(outcome)
            setFound(undefined)
          }}
        >
          <p>{t('campaign.found', { share: percent(found.opkomst), reserves: whole(found.reserves), areas: whole(found.gebieden) })}</p>
        </Proposal>
      )}
      {became && <Became outcome={became} onUndone={setBecame} />}
    </section>
  )
}

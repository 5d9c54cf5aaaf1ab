import { useState } from 'react'
import { path, send, withQuery } from '../../../api/http'
import type { Campaign, Preparedness } from '../../../api/types'
import { Button, Segments } from '../../../components/basics'
import { useWords } from '../../../i18n'
import { useRun } from '../../../state/run'
import { Looked, useLook } from './proposal'

const uptakes = ['laag', 'gewoon', 'hoog'] as const
type Uptake = (typeof uptakes)[number]

/** A public campaign with a low, typical or high uptake: what it would change, tried in a run or stored. */
export function CampaignPanel({ uptake, hazard }: { uptake: Preparedness['opkomst']; hazard: string }) {
  const { t, whole, percent } = useWords()
  const { region } = useRun()
  const [chosen, setChosen] = useState<Uptake>('gewoon')
  const look = useLook<Campaign>()
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
          look.clear()
        }}
      />
      <p>
        <Button onClick={() => look.look((check, who, note) => send('POST', withQuery(path('regios', region.id, 'campagnes'), { controleer: check }), { opkomst: chosen, wie: who, notitie: note }))}>{t('survey.look')}</Button>
      </p>
      <Looked look={look} id="campagne-bewaren" name={(found) => t('campaign.run', { share: percent(found.opkomst) })} hazard={hazard}>
        {(found) => <p>{t('campaign.found', { share: percent(found.opkomst), reserves: whole(found.reserves), areas: whole(found.gebieden) })}</p>}
      </Looked>
    </section>
  )
}

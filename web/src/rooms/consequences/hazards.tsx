import { useEffect, useRef } from 'react'
import { path } from '../../api/http'
import type { HazardOption, HazardStory, Results } from '../../api/types'
import { Button, Empty, Link, Loaded, TextField } from '../../components/basics'
import { PlainTable } from '../../components/table'
import { useWords, type Key } from '../../i18n'
import { longMoment } from '../../i18n/format'
import { useAddress } from '../../state/address'
import { useResource } from '../../state/resource'
import { governing, useRun } from '../../state/run'
import { emptyPlan, encodePlan } from '../whatif/plan'
import { Compared } from './compared'
import { StoryText } from './maker/story'
import { Part } from '../../components/part'

/** The library of hazards: each can be computed in the room "what if", or made in the table of hazards. */
export function Hazards({ results }: { results: Results }) {
  const { t, name, whole, hours, language } = useWords()
  const { query, set, to } = useAddress()
  const { hazards, runs, region, run: inView } = useRun()
  const wanted = (query.zoek ?? '').trim().toLowerCase()
  const rows = hazards.filter((hazard) => wanted === '' || `${name(hazard.naam)} ${hazard.id}`.toLowerCase().includes(wanted))
  const done = (hazard: HazardOption) => governing(runs, region.id, hazard.id)
  const told = hazards.find((hazard) => hazard.id === query.verhaal)?.id
  return (
    <Part id="dreigingen" title={t('consequences.hazards')} holds={['vergelijking']} asked={query.verhaal !== undefined || query.vergelijking !== undefined} answer={<p className="lead measure">{t('hazards.summary', { all: whole(hazards.length), done: whole(hazards.filter((hazard) => done(hazard)?.status === 'klaar').length) })}</p>}>
      <div className="row row--end row--between">
        <TextField label={t('hazards.search')} value={query.zoek ?? ''} inputMode="search" onChange={(value) => set({ zoek: value })} />
        <span className="row">
          <Link href={to('/gevolgen/dreiging')}>{t('hazards.make')}</Link>
          <a href="#vergelijking">{t('hazards.compare')}</a>
        </span>
      </div>
      {told && <Told key={told} id={told} />}
      {rows.length === 0 ? (
        <Empty title={t('hazards.none')} />
      ) : (
        <PlainTable
          caption={t('hazards.caption', { shown: whole(rows.length), all: whole(hazards.length) })}
          rows={rows}
          id={(hazard) => hazard.id}
          chosen={results.run.hazard_id}
          columns={[
            { key: 'name', label: t('word.hazard'), header: true, sort: (hazard) => name(hazard.naam), cell: (hazard) => (
              <>
              <button type="button" className="link-button" aria-expanded={hazard.id === told} onClick={() => set({ verhaal: hazard.id === told ? undefined : hazard.id })}>
                {name(hazard.naam)}
              </button>
              {hazard.familie && <div className="soft small">{t(`family.${hazard.familie}` as Key)}</div>}
              </>
            ) },
            { key: 'duration', label: t('hazards.duration'), numeric: true, sort: (hazard) => hazard.duurUren, cell: (hazard) => (hazard.duurUren === 0 ? '–' : hours(hazard.duurUren)) },
            { key: 'season', minor: true, label: t('hazards.season'), sort: (hazard) => t(`season.${hazard.seizoen}`), cell: (hazard) => <>{t(`season.${hazard.seizoen}`)}<div className="soft small">{longMoment(hazard.start, language)}</div></> },
            { key: 'confidence', minor: true, label: t('confidence'), sort: (hazard) => hazard.zekerheid, cell: (hazard) => t(`confidence.${hazard.zekerheid}` as Key) },
            {
              key: 'go',
              minor: true,
              label: t('hazards.go'),
              cell: (hazard) => {
                const run = done(hazard)
                return (
                  <span className="row">
                    <Link href={to('/wat-als', { plan: encodePlan(emptyPlan(hazard.id)) })} aria-label={t('hazards.whatif.label', { hazard: name(hazard.naam) })}>
                      {t('hazards.whatif')}
                    </Link>
                    <Link href={to('/gevolgen/dreiging', { van: hazard.id })} aria-label={t('hazards.copy.label', { hazard: name(hazard.naam) })}>
                      {t('hazards.copy')}
                    </Link>
                    {run?.status === 'klaar' && run.id !== inView.id && (
                      <Link href={to('/gevolgen', { run: run.id })} aria-label={t('hazards.show.label', { hazard: name(hazard.naam) })}>
                        {t('hazards.show')}
                      </Link>
                    )}
                  </span>
                )
              },
            },
          ]}
        />
      )}
      <Compared />
    </Part>
  )
}

/** A hazard of the library in sentences, with a way to make another of it. */
function Told({ id }: { id: string }) {
  const { t, name } = useWords()
  const { set, to } = useAddress()
  const { region } = useRun()
  const story = useResource<HazardStory>(path('regios', region.id, 'dreigingen', id))
  const heading = useRef<HTMLHeadingElement>(null)
  const there = story.data !== undefined
  useEffect(() => {
    if (there) heading.current?.focus()
  }, [there])
  return (
    <section className="card card--answer stack" aria-labelledby="verhaal">
      <Loaded of={story} lines={4}>
        {(data) => (
          <>
            <div className="row row--between">
              <h3 id="verhaal" tabIndex={-1} ref={heading}>{name(data.naam)}</h3>
              <Button look="subtle" onClick={() => set({ verhaal: undefined })}>
                {t('place.close')}
              </Button>
            </div>
            <StoryText story={data} />
            <p className="row">
              <Link href={to('/wat-als', { plan: encodePlan(emptyPlan(id)) })}>{t('hazards.whatif')}</Link>
              <Link href={to('/gevolgen/dreiging', { van: id })}>{t('hazards.copy')}</Link>
              <Link href={to('/gevolgen/dreiging', { dreiging: id })}>{t('hazards.change')}</Link>
            </p>
          </>
        )}
      </Loaded>
    </section>
  )
}

import type { HazardOption, Results } from '../../api/types'
import { Empty, Link, TextField } from '../../components/basics'
import { PlainTable } from '../../components/table'
import { useWords, type Key } from '../../i18n'
import { longMoment } from '../../i18n/format'
import { useAddress } from '../../state/address'
import { governing, useRun } from '../../state/run'
import { emptyPlan, encodePlan } from '../whatif/plan'
import { Part } from './part'

/** The library of hazards: each can be computed in the room "what if", or made in the table of hazards. */
export function Hazards({ results }: { results: Results }) {
  const { t, name, whole, hours, people, large, language } = useWords()
  const { query, set, to } = useAddress()
  const { hazards, runs, region, run: inView } = useRun()
  const wanted = (query.zoek ?? '').trim().toLowerCase()
  const rows = hazards.filter((hazard) => wanted === '' || `${name(hazard.naam)} ${hazard.id}`.toLowerCase().includes(wanted))
  const done = (hazard: HazardOption) => governing(runs, region.id, hazard.id)
  const compared = results.hazards ?? []
  return (
    <Part id="dreigingen" title={t('consequences.hazards')} lead={t('hazards.summary', { all: whole(hazards.length) })}>
      <TextField label={t('hazards.search')} value={query.zoek ?? ''} inputMode="search" onChange={(value) => set({ zoek: value })} />
      {rows.length === 0 ? (
        <Empty title={t('hazards.none')} />
      ) : (
        <PlainTable
          caption={t('hazards.caption', { shown: whole(rows.length), all: whole(hazards.length) })}
          rows={rows}
          id={(hazard) => hazard.id}
          chosen={results.run.hazard_id}
          columns={[
            { key: 'name', label: t('word.hazard'), header: true, sort: (hazard) => name(hazard.naam), cell: (hazard) => name(hazard.naam) },
            { key: 'duration', label: t('hazards.duration'), numeric: true, sort: (hazard) => hazard.duurUren, cell: (hazard) => (hazard.duurUren === 0 ? '–' : hours(hazard.duurUren)) },
            { key: 'season', label: t('hazards.season'), sort: (hazard) => t(`season.${hazard.seizoen}`), cell: (hazard) => t(`season.${hazard.seizoen}`) },
            { key: 'start', label: t('hazards.start'), sort: (hazard) => hazard.start, cell: (hazard) => longMoment(hazard.start, language) },
            { key: 'horizon', label: t('hazards.horizon'), numeric: true, sort: (hazard) => hazard.horizonUren, cell: (hazard) => hours(hazard.horizonUren) },
            { key: 'confidence', label: t('confidence'), sort: (hazard) => hazard.zekerheid, cell: (hazard) => t(`confidence.${hazard.zekerheid}` as Key) },
            {
              key: 'go',
              label: t('hazards.go'),
              cell: (hazard) => {
                const run = done(hazard)
                return (
                  <span className="row">
                    <Link href={to('/wat-als', { plan: encodePlan(emptyPlan(hazard.id)) })} aria-label={t('hazards.whatif.label', { hazard: name(hazard.naam) })}>
                      {t('hazards.whatif')}
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
      <p>
        <Link href={to('/gegevens', { tabel: 'hazards' })}>{t('hazards.make')}</Link>
      </p>
      {compared.length > 0 && (
        <PlainTable
          caption={t('hazards.compared')}
          rows={compared}
          id={(row) => row.id}
          columns={[
            { key: 'name', label: t('word.hazard'), header: true, sort: (row) => name(row.name), cell: (row) => <>{name(row.name)}{row.refused && <><br /><span className="small soft">{name(row.refused)}</span></>}</> },
            { key: 'hours', label: t('hazards.personhours'), numeric: true, sort: (row) => (row.refused ? null : row.unmet_person_hours.mean), cell: (row) => (row.refused ? '–' : large(row.unmet_person_hours.mean)) },
            { key: 'worst', label: t('hazards.worst'), numeric: true, sort: (row) => (row.refused ? null : row.worst_needs.mean), cell: (row) => (row.refused ? '–' : people(row.worst_needs.mean)) },
            { key: 'late', label: t('hazards.late'), numeric: true, sort: (row) => (row.refused ? null : row.processes_too_late.mean), cell: (row) => (row.refused ? '–' : people(row.processes_too_late.mean)) },
            { key: 'class', label: t('hazards.class'), sort: (row) => row.national_class, cell: (row) => row.national_class ?? '–' },
          ]}
        />
      )}
    </Part>
  )
}

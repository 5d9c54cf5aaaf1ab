import type { Municipality, Results } from '../../api/types'
import { Link, Select } from '../../components/basics'
import { Spark } from '../../components/figures'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'

/** The municipalities side by side, for one daily need. */
export function Municipalities({ results }: { results: Results }) {
  const { t, name, percent, whole, people } = useWords()
  const { query, set, to } = useAddress()
  const need = results.needs.find((item) => item.id === query.behoefte) ?? results.needs.find((item) => item.id === 'warmth') ?? results.needs[0]
  if (!need) return null
  const share = (place: Municipality, hour: number) => (place.unmet[need.id]?.mean[hour] ?? 0) / Math.max(1, place.residents)
  const over = (place: Municipality) => results.processes.filter((process) => process.organisation === place.id && (process.mtpd_exceeded.mean ?? 0) >= 0.5).length
  const all = (place: Municipality) => results.processes.filter((process) => process.organisation === place.id).length
  const at = [8, 24, 72].filter((hour) => hour <= results.run.horizon_h)
  return (
    <section className="stack" aria-labelledby="municipalities">
      <div className="row row--between row--end">
        <h2 id="municipalities">{results.municipalities.length === 1 ? t('municipalities.title.one') : t('municipalities.title', { count: results.municipalities.length })}</h2>
        <Select label={t('word.need')} inline value={need.id} options={results.needs.map((item) => ({ value: item.id, label: name(item.name) }))} onChange={(value) => set({ behoefte: value })} />
      </div>
      <PlainTable
        caption={t('municipalities.caption', { need: name(need.name).toLowerCase() })}
        rows={results.municipalities}
        id={(place) => place.id}
        columns={[
          { key: 'name', label: t('word.municipality'), header: true, sort: (place) => place.name, cell: (place) => <Link href={to('/continuiteit', { organisatie: place.id })}>{place.name}</Link> },
          { key: 'residents', minor: true, label: t('word.residents'), numeric: true, sort: (place) => place.residents, cell: (place) => whole(place.residents) },
          { key: 'over', label: t('municipalities.over'), numeric: true, sort: over, cell: (place) => t('overview.of', { part: over(place), all: all(place) }) },
          ...at.map((hour) => ({
            key: `h${hour}`,
            minor: hour !== 24,
            label: t('municipalities.at', { hour }),
            numeric: true,
            sort: (place: Municipality) => share(place, hour),
            cell: (place: Municipality) => (
              <>
                {percent(share(place, hour))}
                <br />
                <span className="soft small">{people(place.unmet[need.id]?.mean[hour])}</span>
              </>
            ),
          })),
          { key: 'course', minor: true, label: t('municipalities.course', { hours: results.run.horizon_h }), cell: (place) => <Spark values={place.unmet[need.id]?.mean ?? []} max={place.residents} width={150} height={32} /> },
        ]}
      />
      <p>
        <Link href={to('/kaart', { behoefte: need.id })}>{t('municipalities.map')}</Link>
      </p>
    </section>
  )
}

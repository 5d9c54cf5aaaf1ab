import { path, withQuery } from '../../api/http'
import type { Explanation, Rows } from '../../api/types'
import { Button, Loaded, Unconfirmed } from '../../components/basics'
import { Spark } from '../../components/figures'
import { useWords } from '../../i18n'
import { useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import type { PlaceRow } from './use-places'
import type { View } from './view'

/** The place that was clicked: its number at this hour, its course, and its story in the sentences of the engine. */
export function PlacePanel({ row, series, hour, view, onClose }: { row: PlaceRow; series: readonly (number | null)[]; hour: number; view: View; onClose: () => void }) {
  const { t, percent, people, whole } = useWords()
  const asset = view.layer === 'dienst'
  const max = asset ? 100 : row.of
  return (
    <section className="card stack" aria-labelledby="place">
      <div className="row row--between">
        <h2 id="place">{row.name}</h2>
        <Button look="subtle" onClick={onClose}>
          {t('place.close')}
        </Button>
      </div>
      {asset ? (
        <p>
          {t('place.asset', { share: percent(row.share), hour })} <Unconfirmed {...(row.confirmed !== undefined && { confirmed: row.confirmed })} />
        </p>
      ) : (
        <p>{t(view.layer === 'groep' ? 'place.group' : 'place.area', { part: people(series[hour]), all: whole(row.of), share: percent((series[hour] ?? 0) / Math.max(1, row.of)), hour })}</p>
      )}
      <Spark values={series} max={max} cursor={hour} width={360} height={72} label={t('place.spark', { name: row.name })} />
      <h3>{t('place.story')}</h3>
      {asset ? <Story object={row.id.replace(/^assets\//, '')} /> : <AreaStory area={row.id} need={view.need} />}
    </section>
  )
}

function AreaStory({ area, need }: { area: string; need: string }) {
  const { region } = useRun()
  const zones = useResource<Rows>(withQuery(path('regios', region.id, 'tabellen', 'zones', 'rijen'), { kolom: 'area', waarde: area, paginaGrootte: 50 }))
  return (
    <Loaded of={zones} lines={3}>
      {(data) => {
        const largest = [...data.rijen].sort((a, b) => Number(b.residents) - Number(a.residents))[0]
        return largest?.id ? <Story object={`zones/${largest.id}/${need}`} note /> : null
      }}
    </Loaded>
  )
}

/** The engine explains one run: the one with the median distress. */
export function Story({ object, note }: { object: string; note?: boolean }) {
  const { t, language, whole } = useWords()
  const { run } = useRun()
  const story = useResource<Explanation>(withQuery(path('doorrekeningen', run.id, 'verklaringen'), { object, taal: language }))
  return (
    <Loaded of={story} lines={4}>
      {(data) => (
        <div className="stack stack--tight">
          <ul className="story">
            {data.zinnen.map((sentence, index) => (
              <li key={index} data-depth={Math.min(sentence.diepte, 4)}>
                {sentence.tekst}
              </li>
            ))}
          </ul>
          <p className="small soft">
            {t('place.replica', { number: whole(data.herhaling) })} {note && t('place.zone')}
          </p>
          {data.voorbeeldgegevens && <Unconfirmed />}
        </div>
      )}
    </Loaded>
  )
}

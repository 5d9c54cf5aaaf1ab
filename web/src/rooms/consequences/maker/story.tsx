import type { HazardStory, Name } from '../../../api/types'
import { Failure, Notice, Skeleton } from '../../../components/basics'
import { useWords, type Key } from '../../../i18n'
import type { Judged } from './use-story'

/** A hazard in sentences, as the engine will play it: the parts of a combination, what happens, on which model, on what it rests. */
export function StoryText({ story }: { story: HazardStory }) {
  const { t, name } = useWords()
  return (
    <div className="stack stack--tight">
      <Sentences title={t('story.parts')} list={story.zinnenOnderdelen} />
      <Sentences title={t('story.shocks')} list={story.zinnen} />
      <p>{name(story.model)}</p>
      {story.waarschuwingen.length > 0 && (
        <Notice kind="warning" title={t('story.warnings')}>
          <ul>
            {story.waarschuwingen.map((warning) => (
              <li key={`${warning.rij}/${warning.kolom}/${warning.tekst}`}>{`${t(`table.${warning.tabel}` as Key)} · ${warning.rij}: ${warning.tekst}`}</li>
            ))}
          </ul>
        </Notice>
      )}
      <details>
        <summary>{t('story.sources', { count: story.bronnen.length })}</summary>
        <ul className="small break">
          {story.bronnen.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function Sentences({ title, list }: { title: string; list: readonly Name[] }) {
  const { name } = useWords()
  if (list.length === 0) return null
  return (
    <>
      <strong>{title}</strong>
      <ul className="story">
        {list.map((sentence) => (
          <li key={sentence.nl}>{name(sentence)}</li>
        ))}
      </ul>
    </>
  )
}

/**
 * What the server says of the hazard that is being made: its story, or what is wrong with it.
 *
 * @param unfilled      what is empty and must not be, in words, of fields that the reader did not come to yet
 * @param onlyUnfilled  nothing else is wrong
 * @param unaimed       of how many events nobody chose yet what they hit
 */
export function Story({ judged, id, unfilled, onlyUnfilled, unaimed }: { judged: Judged; id: string; unfilled: readonly string[]; onlyUnfilled: boolean; unaimed: number }) {
  const { t, whole } = useWords()
  const { story, error, checking } = judged
  return (
    <section className="card stack" aria-labelledby="verklaring">
      <h2 id="verklaring">{t('story.title')}</h2>
      <p className="small soft" role="status">
        {checking ? t('data.checking') : story ? (unaimed > 0 ? t('story.everything', { count: whole(unaimed), id }) : t('story.right', { id })) : onlyUnfilled ? '' : t('story.wrong')}
      </p>
      {error && !checking && !onlyUnfilled && <Failure error={error} />}
      {error && unfilled.length > 0 && <Notice title={t('story.unfilled')}>{t('story.unfilled.text', { what: unfilled.join(', ') })}</Notice>}
      {story ? <StoryText story={story} /> : !error && <Skeleton lines={4} />}
    </section>
  )
}

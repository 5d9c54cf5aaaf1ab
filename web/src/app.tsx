import { lazy, Suspense, useEffect, useRef, useState, type ComponentType } from 'react'
import { Button, Failure, Notice, Skeleton } from './components/basics'
import { Footer, Masthead, RunStrip } from './components/shell'
import { catalogueOf, useCatalogue, useWords, WordsContext, type Catalogue, type Key, type Language } from './i18n'
import nl from './i18n/nl.json'
import { Overview } from './rooms/overview/overview'
import { useAddress } from './state/address'
import { useOtherContract } from './state/contract'
import { forget } from './state/resource'
import { RunProvider, useSituation } from './state/run'
import { useStored } from './state/stored'

interface Room {
  path: string
  title: Key
  view: ComponentType
  /** Rooms that need no run show at once. */
  alone?: boolean
}

const rooms: readonly Room[] = [
  { path: '/', title: 'room.overview', view: Overview },
  { path: '/kaart', title: 'room.map', view: lazy(() => import('./rooms/map/map-room')) },
  { path: '/wat-als', title: 'room.whatif', view: lazy(() => import('./rooms/whatif/whatif')) },
  { path: '/continuiteit', title: 'room.continuity', view: lazy(() => import('./rooms/continuity/continuity')) },
  { path: '/continuiteit/dossier', title: 'room.dossier', view: lazy(() => import('./rooms/continuity/dossier')) },
  { path: '/gevolgen', title: 'room.consequences', view: lazy(() => import('./rooms/consequences/room')) },
  { path: '/gevolgen/dreiging', title: 'room.hazard', view: lazy(() => import('./rooms/consequences/maker/maker')) },
  { path: '/noodsteunpunten', title: 'room.support', view: lazy(() => import('./rooms/support/support')) },
  { path: '/maatregelen', title: 'room.measures', view: lazy(() => import('./rooms/measures/measures')) },
  { path: '/gegevens', title: 'room.data', view: lazy(() => import('./rooms/data/data')) },
  { path: '/gegevens/verschillen', title: 'room.differences', view: lazy(() => import('./rooms/data/differences')) },
  { path: '/toegankelijkheid', title: 'room.accessibility', view: lazy(() => import('./rooms/accessibility')), alone: true },
]

const isLanguage = (value: string | undefined): value is Language => value === 'nl' || value === 'en'

/** The look: a class on the page, and the tokens of a municipality only when they are asked for. */
function useTheme(theme: string): void {
  useEffect(() => {
    if (theme === 'denhaag') void import('./themes/denhaag.css')
    document.body.className = `utrecht-document veer-theme${theme === 'denhaag' ? ' denhaag-theme' : ''}`
  }, [theme])
}

export function App() {
  const { query } = useAddress()
  const [keptLanguage, keepLanguage] = useStored<Language>('taal', 'nl')
  const [keptTheme, keepTheme] = useStored('thema', 'neutraal')
  const language = isLanguage(query.taal) ? query.taal : keptLanguage
  const theme = query.thema ?? keptTheme
  const [loaded, setLoaded] = useState<{ language: Language; catalogue: Catalogue }>({ language: 'nl', catalogue: nl })
  useEffect(() => {
    let current = true
    void catalogueOf(language).then((catalogue) => {
      if (current) setLoaded({ language, catalogue })
    })
    document.documentElement.lang = language
    return () => {
      current = false
    }
  }, [language])
  useTheme(theme)
  const words = useCatalogue(loaded.language, loaded.catalogue)
  return (
    <WordsContext value={words}>
      <Page onLanguage={keepLanguage} onTheme={keepTheme} theme={theme} />
    </WordsContext>
  )
}

function Page({ onLanguage, onTheme, theme }: { onLanguage: (language: Language) => void; onTheme: (theme: string) => void; theme: string }) {
  const { path } = useAddress()
  const { t } = useWords()
  const situation = useSituation()
  const otherContract = useOtherContract()
  const room = rooms.find((candidate) => candidate.path === path)
  const main = useRef<HTMLElement>(null)
  const shown = useRef(path)
  const title = t(room?.title ?? 'room.unknown')
  useEffect(() => {
    document.title = `${title} – Veerkracht`
    // After a step to another room the reader starts at its top; at the first visit the browser does that.
    if (shown.current !== path) {
      shown.current = path
      window.scrollTo(0, 0)
      main.current?.focus({ preventScroll: true })
    }
  }, [path, title])
  const value = situation.state === 'ready' ? situation.value : undefined
  return (
    <>
      <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
        {t('skip')}
      </a>
      <Masthead rooms={rooms} region={value?.region.titel ?? (situation.state === 'computing' ? situation.region.titel : '')} />
      {value && room && !room.alone && <RunStrip value={value} />}
      {value && value.region.objectenBevestigd < value.region.objectenTotaal && (
        <div className="caution" role="note">
          <strong>{t('caution.title')}</strong> {t('caution.explained')}
        </div>
      )}
      <main id="inhoud" className="page" tabIndex={-1} ref={main}>
        {otherContract && (
          <Notice kind="warning" title={t('build.other')} live>
            {t('build.other.text')}
          </Notice>
        )}
        {room?.alone ? (
          <Suspense fallback={<Skeleton />}>
            <room.view />
          </Suspense>
        ) : !room ? (
          <Notice kind="warning" title={t('room.unknown')}>
            <a href="/">{t('room.overview')}</a>
          </Notice>
        ) : value ? (
          <RunProvider value={value}>
            <Suspense fallback={<Skeleton lines={8} />}>
              <room.view />
            </Suspense>
          </RunProvider>
        ) : situation.state === 'failed' ? (
          <Failure error={situation.error} onRetry={() => forget('/v1')} />
        ) : situation.state === 'computing' ? (
          <Computing share={situation.run.deel} seconds={situation.run.resterendeSeconden} />
        ) : (
          <Skeleton lines={8} />
        )}
      </main>
      <Footer onLanguage={onLanguage} onTheme={onTheme} theme={theme} />
    </>
  )
}

function Computing({ share, seconds }: { share: number; seconds: number | null }) {
  const { t, percent, whole } = useWords()
  return (
    <div className="stack measure">
      <h1>{t('computing.title')}</h1>
      <p className="lead">{t('computing.text')}</p>
      <progress className="progress" value={share} max={1} aria-label={t('computing.progress')} />
      <p role="status">{seconds === null ? percent(share) : t('computing.left', { share: percent(share), seconds: whole(Math.ceil(seconds)) })}</p>
      <p>
        <Button onClick={() => forget('/v1')}>{t('state.retry')}</Button>
      </p>
    </div>
  )
}

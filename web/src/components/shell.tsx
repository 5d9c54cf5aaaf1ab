import '@utrecht/skip-link-css/dist/index.css'
import { useWords, type Key, type Language } from '../i18n'
import { longMoment } from '../i18n/format'
import { useAddress } from '../state/address'
import { startRun, type RunState } from '../state/run'
import { Button, Link, Notice, Select } from './basics'

export function Masthead({ rooms, region }: { rooms: readonly { path: string; title: Key }[]; region: string }) {
  const { t } = useWords()
  const { path, to } = useAddress()
  const shown = rooms.filter((room) => room.path === '/' || (room.path.lastIndexOf('/') === 0 && room.path !== '/toegankelijkheid'))
  return (
    <header>
      <div className="masthead">
        <div className="masthead__bar">
          <Link href={to('/')} className="brand">
            <svg viewBox="0 0 32 32" aria-hidden="true">
              <path d="M4 9h6l4 13 4-9 3 5h7" fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round" />
            </svg>
            <span>
              {t('brand')} <span className="brand__region">{region}</span>
            </span>
          </Link>
          <span className="marking">{t('marking')}</span>
        </div>
      </div>
      <nav className="rooms masthead" aria-label={t('rooms')}>
        <ul>
          {shown.map((room) => (
            <li key={room.path}>
              <Link href={to(room.path)} aria-current={room.path === path || (room.path !== '/' && path.startsWith(room.path)) ? 'page' : undefined}>
                {t(room.title)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

/** Which run everything below is about, and a way to another. */
export function RunStrip({ value }: { value: RunState }) {
  const { t, whole } = useWords()
  const { set } = useAddress()
  const { run, runs, results, region } = value
  const { language } = useWords()
  const finished = runs.filter((item) => item.status === 'klaar' || item.id === run.id)
  const stale = run.regioVersie !== region.versie
  return (
    <div className="strip">
      <div className="strip__facts">
        <Select
          label={t('strip.run')}
          inline
          value={run.id}
          options={(finished.some((item) => item.id === run.id) ? finished : [run, ...finished]).map((item) => ({ value: item.id, label: item.naam || item.dreiging }))}
          onChange={(id) => set({ run: id }, true)}
        />
        {results.data && (
          <>
            <span>{t('strip.start', { moment: longMoment(results.data.run.start, language) })}</span>
            <span>{t(`season.${results.data.run.season as 'winter'}`)}</span>
            <span>{t('strip.replicas', { count: whole(results.data.run.replicas) })}</span>
          </>
        )}
      </div>
      {stale && (
        <Notice kind="warning" title={t('strip.stale')}>
          <Button
            onClick={() => {
              void startRun({ regio: region.id, naam: run.naam, dreiging: run.dreiging, seizoen: run.seizoen, start: run.start, duurUren: run.duurUren, herhalingen: run.herhalingen, aanpassing: run.aanpassing }).then((fresh) => set({ run: fresh.id }, true))
            }}
          >
            {t('strip.again')}
          </Button>
        </Notice>
      )}
    </div>
  )
}

export function Footer({ onLanguage, onTheme, theme }: { onLanguage: (language: Language) => void; onTheme: (theme: string) => void; theme: string }) {
  const { t, language } = useWords()
  const { to, set } = useAddress()
  return (
    <footer className="footer">
      <ul>
        <li>
          <Select
            label={t('footer.language')}
            inline
            value={language}
            options={[
              { value: 'nl', label: 'Nederlands' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(value) => {
              onLanguage(value as Language)
              set({ taal: undefined })
            }}
          />
        </li>
        <li>
          <Select
            label={t('footer.theme')}
            inline
            value={theme}
            options={[
              { value: 'neutraal', label: t('theme.neutral') },
              { value: 'denhaag', label: t('theme.denhaag') },
            ]}
            onChange={(value) => {
              onTheme(value)
              set({ thema: undefined })
            }}
          />
        </li>
        <li>
          <Link href={to('/toegankelijkheid')}>{t('room.accessibility')}</Link>
        </li>
        <li>
          <a href="/v1/openapi.json">{t('footer.api')}</a>
        </li>
      </ul>
    </footer>
  )
}

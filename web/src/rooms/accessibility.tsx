import { useWords, type Key } from '../i18n'

const paragraphs: readonly Key[] = ['access.text', 'access.tested', 'access.known', 'access.contact']

export default function Accessibility() {
  const { t } = useWords()
  return (
    <div className="stack measure">
      <h1>{t('room.accessibility')}</h1>
      {paragraphs.map((key) => (
        <p key={key}>{t(key)}</p>
      ))}
      <h2>{t('access.keys')}</h2>
      <ul>
        <li>{t('access.keys.tab')}</li>
        <li>{t('access.keys.clock')}</li>
        <li>{t('access.keys.map')}</li>
      </ul>
    </div>
  )
}

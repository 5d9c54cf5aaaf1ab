import { useId, useState } from 'react'
import { path, send, withQuery } from '../../../api/http'
import type { Preparedness, Survey } from '../../../api/types'
import { Button, TextField } from '../../../components/basics'
import { PlainTable } from '../../../components/table'
import { useWords } from '../../../i18n'
import { parseNumber, shownNumber } from '../../../i18n/format'
import { useRun } from '../../../state/run'
import { Looked, useLook } from './proposal'

/** A survey of residents first shows which profiles it gives and what it would change; only then it is stored. */
export function SurveyPanel({ correction, hazard }: { correction: Preparedness['correctie']; hazard: string }) {
  const { t, whole, decimal, language } = useWords()
  const { region } = useRun()
  const id = useId()
  const [file, setFile] = useState<File>()
  const [typed, setTyped] = useState<string>()
  const look = useLook<Survey>()
  const text = typed ?? shownNumber(String(correction.gewoon), language)
  const factor = parseNumber(text)
  const wrong = factor === undefined || factor <= 0 || factor > 1
  const read = (what: File | undefined) => {
    look.clear()
    if (!what || wrong) return
    look.look((check, who, note) =>
      send('POST', withQuery(path('regios', region.id, 'enquetes'), { bestand: what.name.slice(0, 200), correctie: factor, ...(check ? { controleer: true } : { wie: who, notitie: note }) }), new Blob([what], { type: 'text/csv' })),
    )
  }
  return (
    <section className="card stack" aria-labelledby="enquete">
      <h3 id="enquete">{t('survey.title')}</h3>
      <p className="small">{t('survey.text')}</p>
      <div className="field">
        <label htmlFor={id} className="utrecht-form-label">
          {t('survey.file')}
        </label>
        <input
          id={id}
          type="file"
          accept=".csv,text/csv"
          // The same file may be chosen again: it may have changed since.
          onClick={(event) => {
            event.currentTarget.value = ''
            setFile(undefined)
            look.clear()
          }}
          onChange={(event) => {
            setFile(event.target.files?.[0])
            read(event.target.files?.[0])
          }}
        />
      </div>
      <div className="row row--end">
        <TextField
          label={t('survey.correction')}
          hint={t('survey.correction.hint', { low: decimal(correction.laag, 2), high: decimal(correction.hoog, 2) })}
          value={text}
          short
          inputMode="decimal"
          error={wrong ? t('survey.correction.error') : undefined}
          onChange={(value) => {
            setTyped(value)
            look.clear()
          }}
        />
        <Button onClick={() => read(file)} disabled={!file || wrong}>
          {t('survey.look')}
        </Button>
      </div>
      <Looked look={look} id="enquete-bewaren" name={() => t('survey.run', { file: file?.name ?? '' })} hazard={hazard} onStored={() => setTyped(undefined)}>
        {(found) => (
          <>
            <p>{t('survey.found', { correction: decimal(found.correctie, 2) })}</p>
            <PlainTable
              caption={t('survey.profiles')}
              hideCaption
              rows={found.profielen}
              id={(profile) => profile.id}
              columns={[
                { key: 'id', label: t('prepared.profile'), header: true, cell: (profile) => profile.id },
                { key: 'areas', label: t('prepared.areas'), numeric: true, cell: (profile) => whole(profile.gebieden) },
                { key: 'answers', label: t('survey.answers'), numeric: true, cell: (profile) => whole(profile.antwoorden) },
                { key: 'worth', label: t('survey.worth'), numeric: true, cell: (profile) => whole(profile.waard) },
                { key: 'needs', label: t('survey.needs'), numeric: true, cell: (profile) => whole(profile.behoeften) },
              ]}
            />
            {found.nietGevraagd.length > 0 && <p className="small">{t('survey.rest', { needs: found.nietGevraagd.join(', ') })}</p>}
            {found.nietGelezen.length > 0 && <p className="small">{t('survey.unread', { columns: found.nietGelezen.join(', ') })}</p>}
          </>
        )}
      </Looked>
    </section>
  )
}

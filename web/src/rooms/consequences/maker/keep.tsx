import { useState } from 'react'
import { path, send, type ApiError } from '../../../api/http'
import type { Change, HazardOption } from '../../../api/types'
import { Button, Failure, Link, Notice, TextField } from '../../../components/basics'
import { useWords } from '../../../i18n'
import { useAddress } from '../../../state/address'
import { asApiError, forget, load } from '../../../state/resource'
import { useRun } from '../../../state/run'
import { useStored } from '../../../state/stored'
import type { changeOf } from './hazard'

/** Stores the hazard as one change with who and why; what was stored last can be taken back here. */
export function Keep({ change, refused, onStored }: { change: ReturnType<typeof changeOf>; refused: boolean; onStored: () => void }) {
  const { t } = useWords()
  const { region } = useRun()
  const { query, set, to } = useAddress()
  const [who, setWho] = useStored('wie', '')
  const [note, setNote] = useState('')
  const [error, setError] = useState<ApiError>()
  const [missing, setMissing] = useState(false)
  const stored = Number(query.bewaard)
  const nothing = change.put.length + change.remove.length === 0
  const store = () => {
    if (who.trim() === '') {
      setMissing(true)
      return
    }
    send<Change>('POST', path('regios', region.id, 'wijzigingen'), { wie: who, notitie: note, ...change }).then(
      (made) => {
        setError(undefined)
        setNote('')
        forget(path('regios'))
        onStored()
        if (made) set({ bewaard: String(made.nummer), teruggedraaid: undefined })
      },
      (reason: unknown) => setError(asApiError(reason)),
    )
  }
  const undo = () => {
    send<Change>('POST', path('regios', region.id, 'wijzigingen', stored, 'terugdraaiingen'), { wie: who || t('history.me') }).then(
      () => {
        setError(undefined)
        forget(path('regios'))
        load<{ dreigingen: HazardOption[] }>(path('regios', region.id, 'dreigingen')).then(
          ({ dreigingen }) => {
            // A hazard that was new is gone with its change: begin anew.
            const there = dreigingen.some((hazard) => hazard.id === query.dreiging)
            set({ bewaard: undefined, teruggedraaid: String(stored), ...(!there && { dreiging: undefined, ontwerp: undefined }) })
          },
          (reason: unknown) => setError(asApiError(reason)),
        )
      },
      (reason: unknown) => setError(asApiError(reason)),
    )
  }
  return (
    <form
      className="card stack"
      aria-labelledby="bewaren"
      onSubmit={(event) => {
        event.preventDefault()
        store()
      }}
    >
      <h2 id="bewaren">{t('keep.title')}</h2>
      <p className="small">{nothing ? t('keep.nothing') : t('keep.text', { put: change.put.length, remove: change.remove.length })}</p>
      {stored > 0 && (
        <Notice kind="ok" live>
          <p>{t('save.done', { number: stored })}</p>
          <p className="row">
            <Button onClick={undo}>{t('keep.undo', { number: stored })}</Button>
            <Link href={to('/gegevens/verschillen', { van: String(stored - 1), tot: String(stored) })}>{t('history.difference.what', { number: stored })}</Link>
          </p>
        </Notice>
      )}
      {query.teruggedraaid && (
        <Notice kind="ok" live>
          {t('keep.undone', { number: query.teruggedraaid })}
        </Notice>
      )}
      {error && <Failure error={error} />}
      <TextField
        label={t('save.who')}
        value={who}
        onChange={(value) => {
          setWho(value)
          setMissing(false)
        }}
        error={missing ? t('save.who.missing') : undefined}
      />
      <TextField label={t('save.note')} value={note} onChange={setNote} />
      <span>
        <Button look="primary" type="submit" disabled={nothing || refused}>
          {t('keep.store')}
        </Button>
      </span>
    </form>
  )
}

import { useState } from 'react'
import { ApiError, path, send } from '../../api/http'
import type { Change } from '../../api/types'
import { Button, Failure, Notice, TextField } from '../../components/basics'
import { useWords, type Key } from '../../i18n'
import { forget } from '../../state/resource'
import { useRun } from '../../state/run'
import { useStored } from '../../state/stored'
import { emptyDraft, isEmpty, type Draft } from './draft'

/** What is not stored yet, with who and why, and the button that stores it all or nothing. */
export function SaveBar({ draft, judgement, onDraft }: { draft: Draft; judgement: { error: ApiError | undefined; checking: boolean }; onDraft: (draft: Draft) => void }) {
  const { t, whole } = useWords()
  const { region } = useRun()
  const [who, setWho] = useStored('wie', '')
  const [note, setNote] = useStored('notitie', '')
  const [error, setError] = useState<ApiError>()
  const [done, setDone] = useState<Change>()
  const [missing, setMissing] = useState(false)
  if (isEmpty(draft))
    return done ? (
      <Notice kind="ok" live>
        {t('save.done', { number: done.nummer })}
      </Notice>
    ) : null
  const store = () => {
    if (who.trim() === '') {
      setMissing(true)
      return
    }
    send<Change>('POST', path('regios', region.id, 'wijzigingen'), { wie: who, notitie: note, ...draft }).then(
      (change) => {
        setError(undefined)
        setDone(change)
        onDraft(emptyDraft)
        setNote('')
        forget(path('regios'))
      },
      (reason: unknown) => setError(reason instanceof ApiError ? reason : new ApiError({ status: 0, title: '', detail: String(reason) })),
    )
  }
  const shown = error ?? judgement.error
  // A server that does not answer has not judged: it does when it is asked to store.
  const refused = judgement.error !== undefined && judgement.error.status >= 400 && judgement.error.status < 500
  return (
    <form
      className="card card--quiet stack save"
      aria-labelledby="save"
      onSubmit={(event) => {
        event.preventDefault()
        store()
      }}
    >
      <h2 id="save">{t('save.title', { count: whole(draft.put.length + draft.remove.length) })}</h2>
      <ul className="small">
        {draft.put.slice(0, 8).map((item) => (
          <li key={`${item.tabel}/${item.rij.id}`}>{`${t(`table.${item.tabel}` as Key)}: ${item.rij.id}`}</li>
        ))}
        {draft.remove.slice(0, 8).map((item) => (
          <li key={`-${item.tabel}/${item.id}`}>{`${t(`table.${item.tabel}` as Key)}: ${item.id} – ${t('plan.removed')}`}</li>
        ))}
      </ul>
      {shown && <Failure error={shown} />}
      <div className="row row--end">
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
        <Button look="primary" type="submit" disabled={judgement.checking || refused}>
          {t('save.store')}
        </Button>
        <Button
          onClick={() => {
            setError(undefined)
            onDraft(emptyDraft)
          }}
        >
          {t('save.drop')}
        </Button>
      </div>
      <p className="small soft">{t('save.kept')}</p>
    </form>
  )
}

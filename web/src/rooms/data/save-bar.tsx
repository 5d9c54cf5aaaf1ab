import { useState } from 'react'
import { path, send, type ApiError } from '../../api/http'
import type { Change } from '../../api/types'
import { Button, Notice } from '../../components/basics'
import { StoreForm } from '../../components/store-form'
import { useWords, type Key } from '../../i18n'
import { forget } from '../../state/resource'
import { useRun } from '../../state/run'
import { emptyDraft, isEmpty, type Draft } from './draft'

/** What is not stored yet, with who and why, and the button that stores it all or nothing. */
export function SaveBar({ draft, judgement, onDraft }: { draft: Draft; judgement: { error: ApiError | undefined; checking: boolean }; onDraft: (draft: Draft) => void }) {
  const { t, whole } = useWords()
  const { region } = useRun()
  const [done, setDone] = useState<Change>()
  if (isEmpty(draft))
    return done ? (
      <Notice kind="ok" live>
        {t('save.done', { number: done.nummer })}
      </Notice>
    ) : null
  const store = async (who: string, note: string) => {
    setDone(await send<Change>('POST', path('regios', region.id, 'wijzigingen'), { wie: who, notitie: note, ...draft }))
    onDraft(emptyDraft)
    forget(path('regios'))
  }
  // A server that does not answer has not judged: it does when it is asked to store.
  const refused = judgement.error !== undefined && judgement.error.status >= 400 && judgement.error.status < 500
  return (
    <StoreForm
      id="save"
      title={t('save.title', { count: whole(draft.put.length + draft.remove.length) })}
      label={t('save.store')}
      className="card card--quiet stack save"
      keep="notitie"
      disabled={judgement.checking || refused}
      error={judgement.error}
      onStore={store}
      beside={<Button onClick={() => onDraft(emptyDraft)}>{t('save.drop')}</Button>}
    >
      <ul className="small">
        {draft.put.slice(0, 8).map((item) => (
          <li key={`${item.tabel}/${item.rij.id}`}>{`${t(`table.${item.tabel}` as Key)}: ${item.rij.id}`}</li>
        ))}
        {draft.remove.slice(0, 8).map((item) => (
          <li key={`-${item.tabel}/${item.id}`}>{`${t(`table.${item.tabel}` as Key)}: ${item.id} – ${t('plan.removed')}`}</li>
        ))}
      </ul>
      <p className="small soft">{t('save.kept')}</p>
    </StoreForm>
  )
}

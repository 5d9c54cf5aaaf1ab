import { useState } from 'react'
import { ApiError, path, send, withQuery } from '../../api/http'
import type { Change, ChangeHead, Changes } from '../../api/types'
import { Button, Failure, Loaded } from '../../components/basics'
import { PlainTable } from '../../components/table'
import { useWords, type Key } from '../../i18n'
import { instant } from '../../i18n/format'
import { forget, useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import { readStored } from '../../state/stored'

/** Who changed what, when and why; every change can be undone, by a change of its own. */
export function History() {
  const { t, language, whole } = useWords()
  const { region } = useRun()
  const [error, setError] = useState<ApiError>()
  const changes = useResource<Changes>(withQuery(path('regios', region.id, 'wijzigingen'), { paginaGrootte: 20 }))
  const undo = (change: ChangeHead) => {
    send<Change>('POST', path('regios', region.id, 'wijzigingen', change.nummer, 'terugdraaiingen'), { wie: readStored('wie', '') || t('history.me') }).then(
      () => {
        setError(undefined)
        forget(path('regios'))
      },
      (reason: unknown) => setError(reason instanceof ApiError ? reason : new ApiError({ status: 0, title: '', detail: String(reason) })),
    )
  }
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{t('history.title')}</h2>
      {error && <Failure error={error} />}
      <Loaded of={changes} lines={3}>
        {(data) => (
          <PlainTable
            caption={t('history.caption')}
            rows={data.wijzigingen}
            id={(change) => String(change.nummer)}
            columns={[
              { key: 'number', label: t('history.number'), header: true, numeric: true, cell: (change) => change.nummer },
              { key: 'when', label: t('history.when'), cell: (change) => instant(change.tijdstip, language) },
              { key: 'who', label: t('save.who'), cell: (change) => change.wie },
              { key: 'why', label: t('save.note'), cell: (change) => change.notitie },
              { key: 'what', label: t('history.what'), cell: (change) => `${t('history.rows', { put: whole(change.telling.put), remove: whole(change.telling.remove) })} ${change.tabellen.length <= 3 ? change.tabellen.map((table) => t(`table.${table}` as Key)).join(', ') : ''}` },
              { key: 'undo', label: t('history.undo'), cell: (change) => (change.soort === 'import' && change.nummer === 1 ? '' : <Button look="subtle" onClick={() => undo(change)} aria-label={t('history.undo.what', { number: change.nummer })}>{t('history.undo')}</Button>) },
            ]}
          />
        )}
      </Loaded>
    </section>
  )
}

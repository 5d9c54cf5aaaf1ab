import { useState } from 'react'
import { path, withQuery, type ApiError } from '../../api/http'
import type { ChangeHead, Changes } from '../../api/types'
import { Button, Failure, Link, Loaded, Notice } from '../../components/basics'
import { PlainTable } from '../../components/table'
import { useWords, type Key } from '../../i18n'
import { instant } from '../../i18n/format'
import { useAddress } from '../../state/address'
import { useTakeBack } from '../../state/changes'
import { asApiError, useResource } from '../../state/resource'
import { useRun } from '../../state/run'

const step = 20

/** Who changed what, when and why; every change can be looked at and undone, by a change of its own. */
export function History() {
  const { t, language, whole } = useWords()
  const { region } = useRun()
  const { to } = useAddress()
  const takeBack = useTakeBack()
  const [error, setError] = useState<ApiError>()
  const [undone, setUndone] = useState<{ what: number; by: number }>()
  const [size, setSize] = useState(step)
  const changes = useResource<Changes>(withQuery(path('regios', region.id, 'wijzigingen'), { paginaGrootte: size }))
  const undo = (change: ChangeHead) => {
    setUndone(undefined)
    takeBack(change.nummer).then(
      (made) => {
        setError(undefined)
        if (made) setUndone({ what: change.nummer, by: made.nummer })
      },
      (reason: unknown) => setError(asApiError(reason)),
    )
  }
  const what = (change: ChangeHead) => {
    const tables = change.tabellen.length <= 3 ? change.tabellen.map((table) => t(`table.${table}` as Key)).join(', ') : ''
    return `${t('history.rows', { put: whole(change.telling.put), remove: whole(change.telling.remove) })} ${tables}`
  }
  return (
    <section className="stack" aria-labelledby="history">
      <div className="row row--between">
        <h2 id="history">{t('history.title')}</h2>
        <Link href={to('/gegevens/verschillen')}>{t('history.differences')}</Link>
      </div>
      {error && <Failure error={error} />}
      {undone && (
        <Notice kind="ok" live>
          {t('history.undone', undone)}
        </Notice>
      )}
      <Loaded of={changes} lines={3}>
        {(data) => (
          <>
            <PlainTable
              stacked
              caption={t('history.caption')}
              rows={data.wijzigingen}
              id={(change) => String(change.nummer)}
              columns={[
                { key: 'number', label: t('history.number'), header: true, numeric: true, cell: (change) => change.nummer },
                { key: 'when', short: true, label: t('history.when'), cell: (change) => instant(change.tijdstip, language) },
                { key: 'who', short: true, label: t('save.who'), cell: (change) => change.wie },
                { key: 'why', short: true, label: t('save.note'), cell: (change) => change.notitie || (change.terugdraaiingVan ? t('history.undoes', { number: change.terugdraaiingVan }) : '') },
                { key: 'what', label: t('history.what'), cell: what },
                {
                  key: 'look',
                  label: t('history.look'),
                  cell: (change) => (
                    <span className="stack stack--tight">
                      <Link href={to('/gegevens/verschillen', { van: String(change.nummer - 1), tot: String(change.nummer) })} aria-label={t('history.difference.what', { number: change.nummer })}>
                        {t('history.difference')}
                      </Link>
                      <Link href={to('/gegevens', { stand: String(change.nummer) })} aria-label={t('history.stand.what', { number: change.nummer })}>
                        {t('history.stand')}
                      </Link>
                    </span>
                  ),
                },
                {
                  key: 'undo',
                  label: t('history.undo'),
                  cell: (change) =>
                    change.soort === 'import' && change.nummer === 1 ? (
                      ''
                    ) : (
                      <Button look="subtle" onClick={() => undo(change)} aria-label={t('history.undo.what', { number: change.nummer })}>
                        {t('history.undo')}
                      </Button>
                    ),
                },
              ]}
            />
            {data.paginering.totaal > data.wijzigingen.length && (
              <p className="row">
                <Button onClick={() => setSize(size + 5 * step)}>{t('history.more')}</Button>
                <span className="small soft">{t('history.shown', { shown: whole(data.wijzigingen.length), all: whole(data.paginering.totaal) })}</span>
              </p>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}

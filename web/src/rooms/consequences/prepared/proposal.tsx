import { useState, type ReactNode } from 'react'
import { ApiError, path } from '../../../api/http'
import type { Change, Overlay } from '../../../api/types'
import { Button, Failure, Link, Notice } from '../../../components/basics'
import { StoreForm } from '../../../components/store-form'
import { StoredChange } from '../../../components/stored-change'
import { useWords } from '../../../i18n'
import { useAddress } from '../../../state/address'
import { useTakeBack } from '../../../state/changes'
import { asApiError, forget, useResource } from '../../../state/resource'
import { startRun, useFollowedRun, useRun } from '../../../state/run'
import { RunProgress } from '../../whatif/run-progress'

/**
 * A change that is not made yet: what it would do, a run that tries it, and the form that stores it.
 *
 * @param name     what the run is called
 * @param onStore  stores it; gives the change that was made
 * @param onStored  told what was stored
 */
export function Proposal({ id, name, change, hazard, children, onStore, onStored }: { id: string; name: string; change: Change; hazard: string; children: ReactNode; onStore: (who: string, note: string) => Promise<{ wijziging: Change } | undefined>; onStored: (outcome: Outcome) => void }) {
  const { t, whole } = useWords()
  const { region } = useRun()
  const { to } = useAddress()
  const [error, setError] = useState<ApiError>()
  const [asked, setAsked] = useState<string>()
  const stored = useResource<Awaited<ReturnType<typeof startRun>>>(asked ? path('doorrekeningen', asked) : undefined)
  const run = useFollowedRun(stored.data)
  const busy = asked !== undefined && (run === undefined || run.status === 'wachtend' || run.status === 'bezig')
  const rows = change.telling.put + change.telling.remove
  const tryIt = () => {
    setError(undefined)
    const overlay = { put: change.put, remove: change.remove } as unknown as Overlay
    startRun({ regio: region.id, naam: name, dreiging: hazard, aanpassing: overlay, volledig: true }).then(
      (fresh) => setAsked(fresh.id),
      (reason: unknown) => setError(asApiError(reason)),
    )
  }
  return (
    <div className="stack">
      <Notice title={t('proposal.title')} live>
        {children}
        <p>{rows === 0 ? t('proposal.same') : t('history.rows', { put: whole(change.telling.put), remove: whole(change.telling.remove) })}</p>
      </Notice>
      {error && <Failure error={error} />}
      {rows > 0 &&
        (change.rijenWeggelaten ? (
          <p className="small">{t('proposal.large')}</p>
        ) : (
          <p>
            <Button onClick={tryIt} disabled={busy}>
              {t('proposal.try')}
            </Button>
          </p>
        ))}
      {busy && run && <RunProgress run={run} />}
      {run?.status === 'klaar' && (
        <Notice kind="ok" live title={t('compute.done', { name: run.naam })}>
          <p className="row">
            <Link href={to('/', { run: run.id })}>{t('room.overview')}</Link>
            <Link href={to('/gevolgen', { run: run.id })}>{t('room.consequences')}</Link>
            <Link href={to('/wat-als')}>{t('proposal.compare')}</Link>
          </p>
        </Notice>
      )}
      <StoreForm
        id={id}
        title={t('keep.title')}
        heading="h4"
        label={t('proposal.store')}
        className="stack"
        disabled={rows === 0}
        onStore={async (who, note) => {
          const made = await onStore(who, note)
          if (!made) throw new ApiError({ status: 500, title: '', detail: '' })
          forget(path('regios'))
          onStored({ number: made.wijziging.nummer, undone: false })
        }}
      />
    </div>
  )
}

/** What became of a proposal: stored under this number, and perhaps taken back again. */
export interface Outcome {
  number: number
  undone: boolean
}

/** Says what became of a proposal, with the way to look at it and to take it back. */
export function Became({ outcome, onUndone }: { outcome: Outcome; onUndone: (outcome: Outcome) => void }) {
  const { t } = useWords()
  const takeBack = useTakeBack()
  const [error, setError] = useState<ApiError>()
  if (outcome.undone)
    return (
      <Notice kind="ok" live>
        {t('proposal.undone')}
      </Notice>
    )
  const undo = () => {
    takeBack(outcome.number).then(
      () => onUndone({ ...outcome, undone: true }),
      (reason: unknown) => setError(asApiError(reason)),
    )
  }
  return <StoredChange number={outcome.number} error={error} onUndo={undo} />
}

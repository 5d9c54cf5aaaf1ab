import { useRef, useState, type ReactNode } from 'react'
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
function Proposal({ id, name, change, hazard, children, onStore, onStored }: { id: string; name: string; change: Change; hazard: string; children: ReactNode; onStore: (who: string, note: string) => Promise<{ wijziging: Change } | undefined>; onStored: (outcome: Outcome) => void }) {
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

/** Posts a proposal: as a check that stores nothing, or to store it. */
type Post<T> = (check: boolean, who: string, note: string) => Promise<T | undefined>

interface Found<T> {
  answer: T
  store: (who: string, note: string) => Promise<T | undefined>
}

/** A check, and what it found together with the way to store exactly that; an answer to an older check is left aside. */
export function useLook<T extends { wijziging: Change }>() {
  const [found, setFound] = useState<Found<T>>()
  const [error, setError] = useState<ApiError>()
  const [became, setBecame] = useState<Outcome>()
  const checks = useRef(0)
  const clear = () => {
    checks.current += 1
    setFound(undefined)
    setError(undefined)
    setBecame(undefined)
  }
  const look = (post: Post<T>) => {
    clear()
    const own = checks.current
    post(true, '-', '').then(
      (answer) => {
        if (answer && own === checks.current) setFound({ answer, store: (who, note) => post(false, who, note) })
      },
      (reason: unknown) => {
        if (own === checks.current) setError(asApiError(reason))
      },
    )
  }
  const stored = (what: Found<T>, outcome: Outcome) => {
    setBecame(outcome)
    // Whoever looked further meanwhile keeps what was found since.
    setFound((now) => (now === what ? undefined : now))
  }
  return { found, error, became, clear, look, stored, setBecame }
}

/** What a look found, as a proposal to try or store; or why it found nothing, and what became of it. */
export function Looked<T extends { wijziging: Change }>({ look, id, name, hazard, onStored, children }: { look: ReturnType<typeof useLook<T>>; id: string; name: (answer: T) => string; hazard: string; onStored?: () => void; children: (answer: T) => ReactNode }) {
  const { found, error, became } = look
  return (
    <>
      {error && <Failure error={error} />}
      {found && (
        <Proposal
          id={id}
          name={name(found.answer)}
          change={found.answer.wijziging}
          hazard={hazard}
          onStore={found.store}
          onStored={(outcome) => {
            look.stored(found, outcome)
            onStored?.()
          }}
        >
          {children(found.answer)}
        </Proposal>
      )}
      {became && <Became outcome={became} onUndone={look.setBecame} />}
    </>
  )
}

/** What became of a proposal: stored under this number, and perhaps taken back again. */
interface Outcome {
  number: number
  undone: boolean
}

/** Says what became of a proposal, with the way to look at it and to take it back. */
function Became({ outcome, onUndone }: { outcome: Outcome; onUndone: (outcome: Outcome) => void }) {
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

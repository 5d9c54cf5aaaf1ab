import { useState } from 'react'
import { ApiError, path, send } from '../../../api/http'
import type { Overlay, Row, Run } from '../../../api/types'
import { Button, Check, Failure, Link, Notice } from '../../../components/basics'
import { useWords } from '../../../i18n'
import { useAddress } from '../../../state/address'
import { asApiError, forget, useResource } from '../../../state/resource'
import { startRun, useFollowedRun, useRun } from '../../../state/run'
import { RunProgress } from '../../whatif/run-progress'
import type { changeOf } from './hazard'

/** Runs the hazard at once, stored or not, and leads to what came out. */
export function Compute({ hazard, change, refused }: { hazard: Row; change: ReturnType<typeof changeOf>; refused: boolean }) {
  const { t } = useWords()
  const { region } = useRun()
  const { query, set, to } = useAddress()
  const [whole, setWhole] = useState(true)
  const [error, setError] = useState<ApiError>()
  const asked = useResource<Run>(query.loop ? path('doorrekeningen', query.loop) : undefined)
  const run = useFollowedRun(asked.data)
  const busy = run?.status === 'wachtend' || run?.status === 'bezig'
  const changed = change.put.length + change.remove.length > 0
  const start = () => {
    setError(undefined)
    startRun({ regio: region.id, naam: hazard.name_nl || (hazard.id ?? ''), dreiging: hazard.id ?? '', ...(changed && { aanpassing: change as unknown as Overlay, volledig: whole }) }).then(
      (fresh) => set({ loop: fresh.id }),
      (reason: unknown) => setError(asApiError(reason)),
    )
  }
  const cancel = (id: string) => {
    send('DELETE', path('doorrekeningen', id)).then(
      () => {
        forget(path('doorrekeningen'))
        set({ loop: undefined })
      },
      (reason: unknown) => setError(asApiError(reason)),
    )
  }
  return (
    <section className="card stack" aria-labelledby="doorrekenen">
      <h2 id="doorrekenen">{t('plan.compute')}</h2>
      <p className="small">{t(changed ? 'compute.draft' : 'compute.stored')}</p>
      {changed && <Check label={t('compute.whole')} checked={whole} onChange={setWhole} />}
      {(error ?? asked.error) && <Failure error={(error ?? asked.error) as ApiError} />}
      {run?.status === 'mislukt' && <Failure error={new ApiError(run.fout ?? { status: 500, title: run.naam, detail: '' })} />}
      {busy && run && (
        <>
          <RunProgress run={run} />
          <span>
            <Button onClick={() => cancel(run.id)}>{t('run.cancel')}</Button>
          </span>
        </>
      )}
      {run?.status === 'afgebroken' && <p role="status">{t('status.afgebroken')}</p>}
      {run?.status === 'klaar' && (
        <Notice kind="ok" live title={t('compute.done', { name: run.naam })}>
          <ul>
            <li>
              <Link href={to('/', { run: run.id })}>{t('room.overview')}</Link>
            </li>
            <li>
              <Link href={to('/kaart', { run: run.id })}>{t('room.map')}</Link>
            </li>
            <li>
              <Link href={to('/gevolgen', { run: run.id })}>{t('room.consequences')}</Link>
            </li>
          </ul>
        </Notice>
      )}
      <span>
        <Button look="primary" onClick={start} disabled={busy || refused}>
          {t('whatif.compute')}
        </Button>
      </span>
    </section>
  )
}

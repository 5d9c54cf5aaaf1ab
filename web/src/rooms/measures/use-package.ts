import { useCallback, useEffect, useState } from 'react'
import { ApiError, getJson, path, send } from '../../api/http'
import type { MeasurePlan, PackageInput, PackageJob } from '../../api/types'
import { useWords } from '../../i18n'
import { asApiError } from '../../state/resource'

export interface PackageFailure {
  error: ApiError
  /** Asks again. */
  retry: () => void
}

export type PackageState =
  | { state: 'none' }
  /** `job` is undefined until the server took the question. */
  | { state: 'busy'; job: PackageJob | undefined }
  | { state: 'ready'; plan: MeasurePlan; job: PackageJob }
  | ({ state: 'failed' } & PackageFailure)

const ended = (job: PackageJob) => job.status !== 'wachtend' && job.status !== 'bezig'
/** A slider sends many values: the engine is asked for the one at which the hand rests. */
const rest = 350

/** The package for a question; a new question takes the place of one that is still being answered. `version`: of the region. */
export function usePackage(request: PackageInput | undefined, version: string): PackageState {
  const { t } = useWords()
  const body = request && JSON.stringify(request)
  const key = body && `${version} ${body}`
  const [held, setHeld] = useState<{ key: string; job: PackageJob }>()
  const [failure, setFailure] = useState<{ key: string; error: ApiError }>()
  const [round, setRound] = useState(0)
  const retry = useCallback(() => {
    setFailure(undefined)
    setHeld(undefined)
    setRound((value) => value + 1)
  }, [])
  useEffect(() => {
    if (key === undefined || body === undefined) return
    let current = true
    let timer: number | undefined
    let open: PackageJob | undefined
    const give = (job: PackageJob | undefined) => {
      if (!job) return
      open = ended(job) ? undefined : job
      // Asked too late: somebody has moved on while the question was on its way.
      if (!current) {
        if (open) send('DELETE', path('maatregelpakketten', job.id)).catch(() => undefined)
        return
      }
      setHeld({ key, job })
      if (open) timer = window.setTimeout(() => getJson<PackageJob>(path('maatregelpakketten', job.id)).then(give, refuse), 400)
    }
    const refuse = (reason: unknown) => {
      if (current) setFailure({ key, error: asApiError(reason) })
    }
    timer = window.setTimeout(() => {
      setFailure(undefined)
      send<PackageJob>('POST', path('maatregelpakketten'), JSON.parse(body)).then(give, refuse)
    }, rest)
    return () => {
      current = false
      window.clearTimeout(timer)
      if (open) send('DELETE', path('maatregelpakketten', open.id)).catch(() => undefined)
    }
  }, [key, body, round])
  if (key === undefined) return { state: 'none' }
  if (failure?.key === key) return { state: 'failed', error: failure.error, retry }
  const job = held?.key === key ? held.job : undefined
  if (job?.status === 'klaar' && job.uitkomst) return { state: 'ready', plan: job.uitkomst as unknown as MeasurePlan, job }
  if (job?.status === 'mislukt' || job?.status === 'afgebroken') return { state: 'failed', error: new ApiError(job.fout ?? { status: 500, title: t('money.try.stopped'), detail: '' }), retry }
  return { state: 'busy', job }
}

import { useEffect, useState } from 'react'
import { ApiError, path, withQuery } from '../../api/http'
import type { Comparison, HazardFigures } from '../../api/types'
import { forget, useResource } from '../../state/resource'
import { useRun } from '../../state/run'

export type ComparisonState =
  | { state: 'loading' }
  | { state: 'none' }
  | { state: 'failed'; error: ApiError }
  | { state: 'cancelled' }
  | { state: 'busy'; job: Comparison }
  | { state: 'ready'; job: Comparison; hazards: readonly HazardFigures[] }

export const comparisonsUrl = (region: string): string => withQuery(path('dreigingsvergelijkingen'), { regio: region, paginaGrootte: 20 })

/** The comparison of the address, else the newest that is done or on its way. */
export function useComparison(wanted: string | undefined): ComparisonState {
  const { region } = useRun()
  const list = useResource<{ dreigingsvergelijkingen: Comparison[] }>(comparisonsUrl(region.id))
  const newest = list.data?.dreigingsvergelijkingen.find((job) => job.status === 'klaar' || job.status === 'bezig' || job.status === 'wachtend')
  const id = wanted ?? newest?.id
  const job = useResource<Comparison>(id ? path('dreigingsvergelijkingen', id) : undefined)
  const [news, setNews] = useState<{ id: string; patch: Partial<Comparison> }>()
  const busy = job.data !== undefined && (job.data.status === 'wachtend' || job.data.status === 'bezig')
  useEffect(() => {
    if (!id || !busy) return
    const source = new EventSource(path('dreigingsvergelijkingen', id, 'voortgang'))
    source.addEventListener('voortgang', (event: MessageEvent<string>) => {
      const patch = JSON.parse(event.data) as Partial<Comparison>
      setNews({ id, patch })
      if (patch.status === 'wachtend' || patch.status === 'bezig') return
      source.close()
      forget(path('dreigingsvergelijkingen'))
    })
    // A stopped server closes the line; what became of it is asked anew.
    source.addEventListener('error', () => forget(path('dreigingsvergelijkingen')))
    return () => source.close()
  }, [id, busy])
  const error = list.error ?? job.error
  if (error) return { state: 'failed', error }
  if (!list.data) return { state: 'loading' }
  if (id === undefined) return { state: 'none' }
  if (!job.data) return { state: 'loading' }
  const now = busy && news?.id === id ? { ...job.data, ...news.patch } : job.data
  if (now.status === 'afgebroken') return { state: 'cancelled' }
  if (now.status === 'mislukt') return { state: 'failed', error: new ApiError(now.fout ?? { status: 500, title: now.naam, detail: '' }) }
  if (now.status === 'klaar' && now.dreigingen) return { state: 'ready', job: now, hazards: now.dreigingen as unknown as HazardFigures[] }
  return { state: 'busy', job: now }
}

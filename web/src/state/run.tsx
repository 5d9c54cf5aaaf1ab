import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { ApiError, path, send, withQuery } from '../api/http'
import type { HazardOption, RegionInfo, Results, Run, RunInput } from '../api/types'
import { useAddress } from './address'
import { forget, useResource, type Resource } from './resource'

// Which region and which run are in view. The run stands in the address (?run=…); without one it is the governing run: the
// first hazard of the region as it is stored, which is computed when it was not yet.

export interface RunState {
  region: RegionInfo
  hazards: readonly HazardOption[]
  runs: readonly Run[]
  run: Run
  results: Resource<Results>
}

export type Situation =
  | { state: 'loading' }
  | { state: 'failed'; error: ApiError }
  | { state: 'computing'; region: RegionInfo; run: Run }
  | { state: 'ready'; value: RunState }

const RunContext = createContext<RunState | undefined>(undefined)

export const runsUrl = withQuery(path('doorrekeningen'), { paginaGrootte: 100 })

export function useRun(): RunState {
  const value = useContext(RunContext)
  if (!value) throw new Error('useRun needs a RunProvider around it')
  return value
}

export const RunProvider = ({ value, children }: { value: RunState; children: ReactNode }) => <RunContext.Provider value={value}>{children}</RunContext.Provider>

/** A run of the region as it is stored: nothing laid over it, nothing of the hazard changed. */
export const isPlain = (run: Run): boolean =>
  (run.aanpassing.put?.length ?? 0) === 0 && (run.aanpassing.remove?.length ?? 0) === 0 && !run.seizoen && !run.start && !run.duurUren

/** The run that answers for the region: the newest finished plain run of its first hazard. */
export function governing(runs: readonly Run[], region: string, hazard: string): Run | undefined {
  const plain = runs.filter((run) => run.regio === region && run.dreiging === hazard && isPlain(run))
  return plain.find((run) => run.status === 'klaar') ?? plain.find((run) => run.status === 'bezig' || run.status === 'wachtend')
}

/** A change that changes nothing is left out: only a run without any is asked for all that a plain run answers, such as the package of measures. */
export function withoutEmptyChange({ aanpassing, ...rest }: RunInput): RunInput {
  const changes = (aanpassing?.put?.length ?? 0) + (aanpassing?.remove?.length ?? 0)
  return changes === 0 ? rest : { ...rest, ...(aanpassing && { aanpassing }) }
}

export async function startRun(input: RunInput): Promise<Run> {
  const run = await send<Run>('POST', path('doorrekeningen'), withoutEmptyChange(input))
  forget(path('doorrekeningen') + '?')
  if (!run) throw new ApiError({ status: 500, title: '', detail: '' })
  return run
}

/** Follows a run by its events until it ends; when the line breaks it asks anew. */
export function useFollowedRun(run: Run | undefined): Run | undefined {
  const [news, setNews] = useState<Run>()
  const id = run?.id
  const busy = run !== undefined && (run.status === 'wachtend' || run.status === 'bezig')
  useEffect(() => {
    if (!id || !busy) return
    const source = new EventSource(path('doorrekeningen', id, 'voortgang'))
    const hear = (event: MessageEvent<string>) => {
      const progress = JSON.parse(event.data) as Partial<Run>
      setNews((now) => ({ ...(now?.id === id ? now : (run as Run)), ...progress, id }))
      if (progress.status === 'klaar' || progress.status === 'mislukt' || progress.status === 'afgebroken') {
        source.close()
        forget(path('doorrekeningen') + '?')
        forget(path('doorrekeningen', id))
      }
    }
    source.addEventListener('voortgang', hear)
    source.addEventListener('message', hear)
    // A stopped server closes the line; the browser tries again by itself, and the list tells what became of it.
    source.addEventListener('error', () => forget(path('doorrekeningen') + '?'))
    return () => source.close()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- one line per run, not per piece of news
  }, [id, busy])
  return run && news?.id === run.id && busy ? { ...run, ...news } : run
}

export function useSituation(): Situation {
  const { query } = useAddress()
  const regions = useResource<{ regios: RegionInfo[] }>(path('regios'))
  const region = regions.data?.regios[0]
  const hazards = useResource<{ dreigingen: HazardOption[] }>(region && path('regios', region.id, 'dreigingen'))
  const list = useResource<{ doorrekeningen: Run[] }>(runsUrl)
  const runs = list.data?.doorrekeningen
  const wanted = query.run
  const hazard = hazards.data?.dreigingen[0]
  const known = useMemo(() => {
    if (!runs || !region || !hazard) return undefined
    return wanted ? runs.find((run) => run.id === wanted) : governing(runs, region.id, hazard.id)
  }, [runs, region, hazard, wanted])
  const single = useResource<Run>(wanted && runs && !known ? path('doorrekeningen', wanted) : undefined)
  const [refused, setRefused] = useState<ApiError>()
  const missing = !wanted && runs !== undefined && region !== undefined && hazard !== undefined && known === undefined
  const regionId = region?.id
  const hazardId = hazard?.id
  const hazardName = hazard?.naam.nl
  useEffect(() => {
    if (!missing || !regionId || !hazardId) return
    startRun({ regio: regionId, dreiging: hazardId, ...(hazardName && { naam: hazardName }) }).then(
      () => setRefused(undefined),
      (error: unknown) => setRefused(error instanceof ApiError ? error : new ApiError({ status: 0, title: '', detail: String(error) })),
    )
  }, [missing, regionId, hazardId, hazardName])
  const run = useFollowedRun(known ?? single.data)
  const results = useResource<Results>(run?.status === 'klaar' ? path('doorrekeningen', run.id, 'uitkomsten', 'overzicht') : undefined)

  const failure = regions.error ?? hazards.error ?? list.error ?? single.error ?? refused
  if (failure) return { state: 'failed', error: failure }
  if (!region || !hazards.data || !runs || !run) return { state: 'loading' }
  if (run.status === 'mislukt') return { state: 'failed', error: new ApiError(run.fout ?? { status: 500, title: run.naam, detail: '' }) }
  if (run.status !== 'klaar') return { state: 'computing', region, run }
  return { state: 'ready', value: { region, hazards: hazards.data.dreigingen, runs, run, results } }
}

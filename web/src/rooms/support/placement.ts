import { useEffect, useState } from 'react'
import { ApiError, getJson, path } from '../../api/http'
import type { SupportPlan } from '../../api/types'

/** A job that places support points anew. */
export interface Placement {
  id: string
  status: 'wachtend' | 'bezig' | 'klaar' | 'mislukt' | 'afgebroken'
  deel: number
  resterendeSeconden?: number | null
  fout?: { status: number; title: string; detail: string } | null
  uitkomst?: SupportPlan | null
}

export type PlacementState = { state: 'none' } | { state: 'cancelled' } | { state: 'busy'; placement: Placement | undefined } | { state: 'ready'; plan: SupportPlan } | { state: 'failed'; error: ApiError }

/** Asks after a placement twice a second until it is done. */
export function usePlacement(id: string | undefined): PlacementState {
  const [held, setHeld] = useState<{ id: string; placement: Placement }>()
  const [failure, setFailure] = useState<{ id: string; error: ApiError }>()
  useEffect(() => {
    if (id === undefined) return
    let current = true
    let timer: number | undefined
    const ask = () => {
      getJson<Placement>(path('plaatsingen', id)).then(
        (placement) => {
          if (!current) return
          setHeld({ id, placement })
          if (placement.status === 'wachtend' || placement.status === 'bezig') timer = window.setTimeout(ask, 500)
        },
        (error: unknown) => {
          if (current) setFailure({ id, error: error instanceof ApiError ? error : new ApiError({ status: 0, title: '', detail: String(error) }) })
        },
      )
    }
    ask()
    return () => {
      current = false
      window.clearTimeout(timer)
    }
  }, [id])
  if (id === undefined) return { state: 'none' }
  if (failure?.id === id) return { state: 'failed', error: failure.error }
  const placement = held?.id === id ? held.placement : undefined
  if (placement?.status === 'klaar' && placement.uitkomst) return { state: 'ready', plan: placement.uitkomst }
  if (placement?.status === 'afgebroken') return { state: 'cancelled' }
  if (placement?.status === 'mislukt') return { state: 'failed', error: new ApiError(placement.fout ?? { status: 500, title: placement.status, detail: '' }) }
  return { state: 'busy', placement }
}

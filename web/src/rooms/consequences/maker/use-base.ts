import { useMemo } from 'react'
import { path, withQuery, type ApiError } from '../../../api/http'
import type { Rows, SingleRow } from '../../../api/types'
import { useResource } from '../../../state/resource'
import { useRun } from '../../../state/run'
import { emptyHazard, type Base, type Beginning } from './hazard'

/** The rows that a hazard begins with: none, or those of a stored one. */
export function useBase(beginning: Beginning, id: string): { base: Base | undefined; error: ApiError | undefined } {
  const { region, hazards } = useRun()
  const first = hazards[0]?.id
  const wanted = beginning === 'empty' ? first : id
  // An empty one takes its first moment and its source from the first hazard of the region.
  const row = useResource<SingleRow>(wanted === undefined ? undefined : path('regios', region.id, 'tabellen', 'hazards', 'rijen', wanted))
  const shocks = useResource<Rows>(beginning === 'empty' ? undefined : withQuery(path('regios', region.id, 'tabellen', 'shocks', 'rijen'), { kolom: 'hazard', waarde: id, paginaGrootte: 1000 }))
  const base = useMemo((): Base | undefined => {
    if (beginning === 'empty') return row.data ? { beginning, hazard: emptyHazard(row.data.rij.start ?? '', row.data.rij.source ?? ''), shocks: [] } : undefined
    if (!row.data || !shocks.data) return undefined
    const own = row.data.rij
    const hazard = beginning === 'copy' ? { ...own, name_nl: `${own.name_nl ?? ''} (kopie)`, name_en: `${own.name_en ?? ''} (copy)` } : own
    return { beginning, hazard, shocks: shocks.data.rijen }
  }, [beginning, row.data, shocks.data])
  return { base, error: row.error ?? shocks.error }
}

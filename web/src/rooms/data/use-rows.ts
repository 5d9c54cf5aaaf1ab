import { useCallback, useEffect, useState } from 'react'
import { ApiError, path, withQuery } from '../../api/http'
import type { Row, Rows } from '../../api/types'
import { load } from '../../state/resource'

const size = 200

export interface PagedRows {
  rows: readonly Row[]
  total: number | undefined
  error: ApiError | undefined
  more: () => void
}

/** Rows of a table as they are now or after a change, fetched by the page as one scrolls. */
export function useRows(region: string, table: string, search: string, stand: string | undefined, version: string): PagedRows {
  const key = [region, table, search, stand ?? '', version].join('|')
  const [held, setHeld] = useState<{ key: string; rows: Row[]; total: number; pages: number }>()
  const [failure, setFailure] = useState<{ key: string; error: ApiError }>()
  const [wanted, setWanted] = useState<{ key: string; pages: number }>({ key, pages: 1 })
  const pages = wanted.key === key ? wanted.pages : 1
  useEffect(() => {
    let current = true
    const urls = Array.from({ length: pages }, (_, index) => withQuery(path('regios', region, 'tabellen', table, 'rijen'), { zoek: search, opNummer: stand, pagina: index + 1, paginaGrootte: size }))
    Promise.all(urls.map((url) => load<Rows>(url))).then(
      (parts) => {
        if (current) setHeld({ key, rows: parts.flatMap((part) => part.rijen), total: parts[0]?.paginering.totaal ?? 0, pages })
      },
      (error: unknown) => {
        if (current) setFailure({ key, error: error instanceof ApiError ? error : new ApiError({ status: 0, title: '', detail: String(error) }) })
      },
    )
    return () => {
      current = false
    }
  }, [key, pages, region, table, search, stand])
  const mine = held?.key === key ? held : undefined
  const loaded = mine?.rows.length ?? 0
  const total = mine?.total
  const more = useCallback(() => {
    if (total !== undefined && loaded < total) setWanted((now) => ({ key, pages: now.key === key ? Math.max(now.pages, Math.ceil(loaded / size) + 1) : 2 }))
  }, [key, loaded, total])
  return { rows: mine?.rows ?? [], total, error: failure?.key === key ? failure.error : undefined, more }
}

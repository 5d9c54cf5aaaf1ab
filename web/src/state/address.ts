import { useCallback, useMemo, useSyncExternalStore } from 'react'

// The address is the state: every choice on screen stands in the path or the query, so that a link shows the same thing.

export type Query = Readonly<Record<string, string>>
export interface Address {
  readonly path: string
  readonly query: Query
}

export const parseAddress = (path: string, search: string): Address => ({ path, query: Object.fromEntries(new URLSearchParams(search)) })

/** Writes an address; keys in their order, empty values left out. */
export function formatAddress({ path, query }: Address): string {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()
  return search === '' ? path : `${path}?${search}`
}

/** Which of the query goes along to another room: the run in view, language and theme. */
export const carried = (query: Query): Query =>
  Object.fromEntries(['run', 'taal', 'thema'].flatMap((key) => (query[key] ? [[key, query[key]]] : [])))

const listeners = new Set<() => void>()
const announce = () => {
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}
const snapshot = () => window.location.pathname + window.location.search

export function go(address: Address, replace = false): void {
  const url = formatAddress(address)
  if (url === snapshot()) return
  window.history[replace ? 'replaceState' : 'pushState'](null, '', url)
  announce()
}

export interface AddressState extends Address {
  /** Changes some of the query; undefined or '' removes a key. `push` makes a step one can go back from. */
  set: (patch: Record<string, string | undefined>, push?: boolean) => void
  /** The address of a room, with what is carried along. */
  to: (path: string, query?: Query) => string
}

export function useAddress(): AddressState {
  const url = useSyncExternalStore(subscribe, snapshot)
  const address = useMemo(() => {
    const cut = url.indexOf('?')
    return cut < 0 ? parseAddress(url, '') : parseAddress(url.slice(0, cut), url.slice(cut))
  }, [url])
  const set = useCallback((patch: Record<string, string | undefined>, push = false) => {
    const now = parseAddress(window.location.pathname, window.location.search)
    const query = Object.fromEntries(Object.entries({ ...now.query, ...patch }).flatMap(([key, value]) => (value ? [[key, value] as const] : [])))
    go({ path: now.path, query }, !push)
  }, [])
  const to = useCallback((path: string, query: Query = {}) => formatAddress({ path, query: { ...carried(address.query), ...query } }), [address])
  return useMemo(() => ({ ...address, set, to }), [address, set, to])
}

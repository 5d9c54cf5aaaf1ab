import { useEffect, useState } from 'react'
import { ApiError, getJson } from '../api/http'

// What was fetched stays for as long as the page lives: results of a run never change. What can change is forgotten by `forget`.

export type Resource<T> =
  | { state: 'loading'; data: undefined; error: undefined }
  | { state: 'ready'; data: T; error: undefined }
  | { state: 'failed'; data: undefined; error: ApiError }

const kept = new Map<string, Promise<unknown>>()
const settled = new Map<string, unknown>()
const watchers = new Set<() => void>()
const limit = 300

function fetchOnce<T>(url: string): Promise<T> {
  const known = kept.get(url)
  if (known) return known as Promise<T>
  const fresh = getJson<T>(url).then(
    (data) => {
      settled.set(url, data)
      return data
    },
    (error: unknown) => {
      kept.delete(url)
      throw error
    },
  )
  kept.set(url, fresh)
  if (kept.size > limit) {
    const oldest = kept.keys().next().value
    if (oldest !== undefined) {
      kept.delete(oldest)
      settled.delete(oldest)
    }
  }
  return fresh
}

/** Forgets everything under a prefix, and fetches again what is on screen. */
export function forget(prefix: string): void {
  for (const url of [...kept.keys()]) {
    if (url.startsWith(prefix)) {
      kept.delete(url)
      settled.delete(url)
    }
  }
  for (const watcher of watchers) watcher()
}

export const load = fetchOnce

export const asApiError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError({ status: 0, title: 'error', detail: String(error) })

/** What stands at an address of the interface; undefined as address waits. While it is fetched anew the last value stays. */
export function useResource<T>(url: string | undefined): Resource<T> {
  const [round, setRound] = useState(0)
  const [held, setHeld] = useState<{ url: string; data: T }>()
  const [failure, setFailure] = useState<{ url: string; error: ApiError }>()

  useEffect(() => {
    const again = () => setRound((value) => value + 1)
    watchers.add(again)
    return () => {
      watchers.delete(again)
    }
  }, [])

  useEffect(() => {
    if (url === undefined) return
    let current = true
    fetchOnce<T>(url).then(
      (data) => {
        if (!current) return
        setHeld({ url, data })
        setFailure(undefined)
      },
      (error: unknown) => {
        if (current) setFailure({ url, error: asApiError(error) })
      },
    )
    return () => {
      current = false
    }
  }, [url, round])

  if (url !== undefined && failure?.url === url) return { state: 'failed', data: undefined, error: failure.error }
  if (url !== undefined && held?.url === url) return { state: 'ready', data: held.data, error: undefined }
  if (url !== undefined && settled.has(url)) return { state: 'ready', data: settled.get(url) as T, error: undefined }
  return { state: 'loading', data: undefined, error: undefined }
}

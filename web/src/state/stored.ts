import { useCallback, useEffect, useState } from 'react'

// What somebody typed and did not send yet survives a reload, a closed tab and a stopped server: it lies in the browser.

const prefix = 'veerkracht:'

export function readStored<T>(key: string, initial: T): T {
  try {
    const text = window.localStorage.getItem(prefix + key)
    return text === null ? initial : (JSON.parse(text) as T)
  } catch {
    return initial
  }
}

export function writeStored(key: string, value: unknown): void {
  try {
    if (value === undefined) window.localStorage.removeItem(prefix + key)
    else window.localStorage.setItem(prefix + key, JSON.stringify(value))
  } catch {
    // Storage may be full or forbidden; then the value lives as long as the page.
  }
}

/** A value like useState's that is kept in the browser; two tabs see the same. */
export function useStored<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => readStored(key, initial))
  const set = useCallback(
    (next: T) => {
      setValue(next)
      writeStored(key, next)
    },
    [key],
  )
  useEffect(() => {
    const listen = (event: StorageEvent) => {
      if (event.key === prefix + key && event.newValue !== null) setValue(JSON.parse(event.newValue) as T)
    }
    window.addEventListener('storage', listen)
    return () => window.removeEventListener('storage', listen)
  }, [key])
  return [value, set]
}

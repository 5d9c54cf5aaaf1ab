import { useCallback, useEffect, useRef, useState } from 'react'
import { useAddress } from './address'

// One clock for map, chart and table. It runs here and is written to the address when it rests, for a browser refuses a new
// address many times a second.

export interface Clock {
  hour: number
  last: number
  playing: boolean
  to: (hour: number) => void
  toggle: () => void
}

export const clampHour = (hour: number, last: number): number => Math.min(last, Math.max(0, Math.round(Number.isFinite(hour) ? hour : 0)))

export function useClock(last: number, initial = 24): Clock {
  const { query, set } = useAddress()
  const written = clampHour(Number(query.uur ?? initial), last)
  const [hour, setHour] = useState(written)
  const [seen, setSeen] = useState(written)
  const [playing, setPlaying] = useState(false)
  // A link or the back button sets the clock.
  if (written !== seen) {
    setSeen(written)
    setHour(written)
  }
  const timer = useRef<number>(undefined)
  const to = useCallback(
    (next: number) => {
      const value = clampHour(next, last)
      setHour(value)
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => {
        setSeen(value)
        set({ uur: String(value) })
      }, 350)
    },
    [last, set],
  )
  useEffect(() => {
    if (!playing) return
    const step = window.setTimeout(() => {
      if (hour >= last) setPlaying(false)
      else to(hour + 1)
    }, 220)
    return () => window.clearTimeout(step)
  }, [playing, hour, last, to])
  const toggle = useCallback(() => {
    setPlaying((now) => !now)
    if (!playing && hour >= last) to(0)
  }, [playing, hour, last, to])
  return { hour, last, playing, to, toggle }
}

import { useCallback, useEffect, useRef, useState } from 'react'

/** So long a hand must rest, in milliseconds. */
const rest = 150

/**
 * A value that one slides or types: on screen at once, given on when the hand rests, for a browser refuses a new address many times
 * a second.
 */
export function useResting<T>(value: T, onChange: (value: T) => void): [T, (value: T) => void] {
  const [moving, setMoving] = useState<{ to: T }>()
  const timer = useRef<number>(undefined)
  // What is given on is laid over what stands in the address by then, not over what stood there when the hand began to move.
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const move = useCallback((to: T) => {
    setMoving({ to })
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      setMoving(undefined)
      latest.current(to)
    }, rest)
  }, [])
  return [moving ? moving.to : value, move]
}

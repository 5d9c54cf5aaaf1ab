import type { Results, Run } from '../../api/types'
import { crisisRooms } from '../overview/crisis'

// What runs are compared by. Each indicator knows which way is better; best and worst are marked only where they differ.

export type Better = 'low' | 'high'
export type Shown = 'large' | 'people' | 'number' | 'hours'

export interface Indicator {
  key: string
  label: { key: 'compare.total' | 'compare.mtpd' | 'compare.rto' | 'compare.need' | 'compare.crisis'; values?: Record<string, string> }
  better: Better
  shown: Shown
  /** One per run; null lies beyond the horizon (never), undefined is not known. */
  values: (number | null | undefined)[]
}

export type Mark = 'best' | 'worst' | undefined

/** Best and worst of a row; ties share a mark, and when all are equal there is none. Beyond the horizon is later than any hour. */
export function marks(values: readonly (number | null | undefined)[], better: Better): Mark[] {
  const ranked = values.map((value) => (value === undefined ? undefined : value === null ? Infinity : value))
  const known = ranked.filter((value): value is number => value !== undefined)
  const low = Math.min(...known)
  const high = Math.max(...known)
  if (known.length < 2 || low === high) return values.map(() => undefined)
  return ranked.map((value) => (value === undefined ? undefined : value === low ? (better === 'low' ? 'best' : 'worst') : value === high ? (better === 'low' ? 'worst' : 'best') : undefined))
}

export function indicators(runs: readonly Run[], results: readonly (Results | undefined)[], language: 'nl' | 'en'): Indicator[] {
  const figures = runs.map((run) => run.kerncijfers)
  const needs = figures.find((item) => item)?.perBehoefte ?? []
  const rooms = results.map((item) => (item ? crisisRooms(item) : []))
  const towns = [...(rooms.find((list) => list.length > 0) ?? [])].sort((a, b) => a.organisation.name.localeCompare(b.organisation.name, 'nl'))
  const room = (index: number, id: string) => rooms[index]?.find((item) => item.organisation.id === id)?.process
  return [
    { key: 'total', label: { key: 'compare.total' }, better: 'low', shown: 'large', values: figures.map((item) => item?.persoonsurenOnvervuld.gemiddelde) },
    { key: 'mtpd', label: { key: 'compare.mtpd' }, better: 'low', shown: 'number', values: figures.map((item) => item?.mtpdVerwachtOverschreden) },
    { key: 'rto', label: { key: 'compare.rto' }, better: 'low', shown: 'number', values: figures.map((item) => item?.rtoVerwachtGemist) },
    ...towns.map(
      (town): Indicator => ({ key: `crisis/${town.organisation.id}`, label: { key: 'compare.crisis', values: { place: town.organisation.name } }, better: 'high', shown: 'hours', values: runs.map((_, index) => room(index, town.organisation.id)?.first_failure_h.p50) }),
    ),
    ...needs.map(
      (need): Indicator => ({ key: `need/${need.id}`, label: { key: 'compare.need', values: { need: need.naam[language].toLowerCase() } }, better: 'low', shown: 'people', values: figures.map((item) => item?.perBehoefte.find((other) => other.id === need.id)?.meesteMensen) }),
    ),
  ]
}

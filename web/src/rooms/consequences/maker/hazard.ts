import type { Row } from '../../../api/types'

// A hazard somebody is making: rows of the tables hazards and shocks, begun empty, from a copy, or from one that is stored.
// What is kept is what differs from the beginning, so that it fits in an address.

export type Beginning = 'empty' | 'copy' | 'stored'

/** The rows it began with. */
export interface Base {
  beginning: Beginning
  hazard: Row
  shocks: readonly Row[]
}

/** What was changed since: cells of the hazard, cells of shocks by key, keys of new shocks in their order, keys of those that went. */
export interface Edits {
  hazard: Row
  shocks: Record<string, Row>
  added: string[]
  removed: string[]
}

/** A shock with the key under which it is edited; its id may change while one types the id of the hazard. */
export interface ShockRow {
  key: string
  row: Row
}

export interface Hazard {
  row: Row
  shocks: readonly ShockRow[]
}

export const noEdits: Edits = { hazard: {}, shocks: {}, added: [], removed: [] }

export const isPlainEdits = (edits: Edits): boolean => Object.keys(edits.hazard).length + Object.keys(edits.shocks).length + edits.added.length + edits.removed.length === 0

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isRow = (value: unknown): value is Row => isRecord(value) && Object.values(value).every((cell) => typeof cell === 'string')
const isWords = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string')

/** Edits as they stand in an address; undefined when they are none. */
export function editsOf(value: unknown): Edits | undefined {
  if (!isRecord(value) || !isRow(value.hazard) || !isRecord(value.shocks) || !Object.values(value.shocks).every(isRow)) return undefined
  if (!isWords(value.added) || !isWords(value.removed)) return undefined
  return { hazard: value.hazard, shocks: value.shocks as Record<string, Row>, added: value.added, removed: value.removed }
}

/** A short name that lasts, from a name in words: "Brand in Delft" → brand-in-delft. */
export const idOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')

/** The first of name, name-2, name-3, … that nothing is called yet. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted === '' ? 'dreiging' : wanted
  if (!taken.has(base)) return base
  let number = 2
  while (taken.has(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}

export const emptyHazard = (start: string, source: string): Row => ({ id: '', name_nl: '', name_en: '', start, season: 'winter', horizon_h: '168', family: 'power', combines: '', source, confidence: 'assumption' })

/** A shock that takes everything of nothing yet: the maker says what. */
export const emptyShock = (hazard: Row): Row => ({
  id: '',
  hazard: hazard.id ?? '',
  kind: 'hit',
  target: '',
  share: '1',
  start_h: '0',
  start_delay: '',
  duration_h: '24',
  duration_delay: '',
  magnitude: '',
  source: hazard.source ?? '',
  confidence: hazard.confidence ?? '',
})

/** Of a combination the shocks are those of its parts. */
export const isCombination = (hazard: Row): boolean => hazard.family === 'combination' || (hazard.combines ?? '') !== ''

/** The hazard as it is now. @param taken  ids of the stored hazards, which a new one may not have */
export function hazardNow(base: Base, edits: Edits, taken: ReadonlySet<string>): Hazard {
  const row = { ...base.hazard, ...edits.hazard }
  if (base.beginning !== 'stored' && !edits.hazard.id) row.id = freeId(idOf(row.name_nl ?? ''), taken)
  if (isCombination(row)) return { row, shocks: [] }
  const kept = base.shocks.filter((shock) => !edits.removed.includes(shock.id ?? '')).map((shock): ShockRow => ({ key: shock.id ?? '', row: { ...shock, ...edits.shocks[shock.id ?? ''] } }))
  const added = edits.added.map((key): ShockRow => ({ key, row: { ...emptyShock(row), ...edits.shocks[key] } }))
  // Of a stored hazard the rows keep their ids: draws hang on them. All others are numbered under the hazard.
  const used = new Set(base.beginning === 'stored' ? kept.map((shock) => shock.row.id ?? '') : [])
  let number = 0
  const next = () => {
    do number += 1
    while (used.has(`${row.id}/${number}`))
    return `${row.id}/${number}`
  }
  const shocks = [...kept.map((shock) => (base.beginning === 'stored' ? shock : { ...shock, row: { ...shock.row, id: next() } })), ...added.map((shock) => ({ ...shock, row: { ...shock.row, id: next() } }))]
  return { row, shocks: shocks.map((shock) => ({ ...shock, row: { ...shock.row, hazard: row.id ?? '' } })) }
}

const changed = (was: Row | undefined, is: Row): boolean => was === undefined || Object.entries(is).some(([column, value]) => (was[column] ?? '') !== value)

/** The rows that a change of the store must put and remove; nothing when the stored hazard is as it was. */
export function changeOf(base: Base, now: Hazard): { put: { tabel: string; rij: Row }[]; remove: { tabel: string; id: string }[] } {
  const stored = base.beginning === 'stored'
  const was = new Map(stored ? base.shocks.map((shock) => [shock.id ?? '', shock] as const) : [])
  const ids = new Set(now.shocks.map((shock) => shock.row.id ?? ''))
  return {
    put: [
      ...(changed(stored ? base.hazard : undefined, now.row) ? [{ tabel: 'hazards', rij: now.row }] : []),
      ...now.shocks.filter((shock) => changed(was.get(shock.row.id ?? ''), shock.row)).map((shock) => ({ tabel: 'shocks', rij: shock.row })),
    ],
    remove: [...was.keys()].filter((id) => !ids.has(id)).map((id) => ({ tabel: 'shocks', id })),
  }
}

/** Keys of events of which nobody chose what they hit: new ones without a target, and those that lost theirs. */
export const unaimedShocks = (base: Base, shocks: readonly ShockRow[]): Set<string> =>
  new Set(shocks.filter((shock) => (shock.row.target ?? '') === '' && base.shocks.find((row) => row.id === shock.key)?.target !== '').map((shock) => shock.key))

/** The cells that a new name means: the English one follows the Dutch one until somebody gives it one of its own. */
export function renamed(base: Base, now: Row, dutch: string): Row {
  const followed = base.beginning !== 'stored' && (now.name_en === base.hazard.name_en || now.name_en === now.name_nl)
  return { name_nl: dutch, ...(followed && { name_en: dutch }) }
}

export const withHazardCells = (edits: Edits, cells: Row): Edits => ({ ...edits, hazard: { ...edits.hazard, ...cells } })
export const withShockCells = (edits: Edits, key: string, cells: Row): Edits => ({ ...edits, shocks: { ...edits.shocks, [key]: { ...edits.shocks[key], ...cells } } })

export function withNewShock(edits: Edits): Edits {
  let number = edits.added.length + 1
  while (edits.added.includes(`+${number}`)) number += 1
  return { ...edits, added: [...edits.added, `+${number}`] }
}

export function withoutShock(edits: Edits, key: string): Edits {
  const { [key]: gone, ...shocks } = edits.shocks
  void gone
  return edits.added.includes(key) ? { ...edits, shocks, added: edits.added.filter((item) => item !== key) } : { ...edits, shocks, removed: [...edits.removed, key] }
}

/** The longest time, in hours, that something lies still, without what is drawn on top; where nothing does, from the first shock to the end of the last. */
export function longestHit(shocks: readonly ShockRow[]): number {
  const hours = (text: string | undefined) => Number(text) || 0
  const hit = Math.max(0, ...shocks.filter((shock) => shock.row.kind === 'hit').map((shock) => hours(shock.row.duration_h)))
  if (hit > 0 || shocks.length === 0) return hit
  return Math.max(0, Math.max(...shocks.map((shock) => hours(shock.row.start_h) + hours(shock.row.duration_h))) - Math.min(...shocks.map((shock) => hours(shock.row.start_h))))
}

/** Starts and lengths of all shocks by the factor that makes the longest hit last that long; in whole minutes, as the engine counts. */
export function stretched(edits: Edits, shocks: readonly ShockRow[], hours: number): Edits {
  const longest = longestHit(shocks)
  if (longest <= 0 || hours <= 0) return edits
  const scale = (text: string | undefined) => String(Math.round((Number(text) || 0) * (hours / longest) * 60) / 60)
  return shocks.reduce((now, shock) => withShockCells(now, shock.key, { start_h: scale(shock.row.start_h), duration_h: scale(shock.row.duration_h) }), edits)
}

/** A part of a combination: which hazard, from which hour. */
export interface Part {
  hazard: string
  from: string
}

export const partsOf = (combines: string): Part[] =>
  combines
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const at = word.lastIndexOf('@')
      return at < 0 ? { hazard: word, from: '0' } : { hazard: word.slice(0, at), from: word.slice(at + 1) }
    })

export const combinesOf = (parts: readonly Part[]): string => parts.map((part) => `${part.hazard}@${part.from.trim() === '' ? '0' : part.from.trim()}`).join(' ')

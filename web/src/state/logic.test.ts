import { describe, expect, test } from 'vitest'
import { ApiError, path, withQuery } from '../api/http'
import type { Run } from '../api/types'
import { colourOf, differenceColourOf, colours, differenceColours } from '../components/colours'
import { compareCells, sortRows } from '../components/table'
import { clampHour } from './clock'
import { governing, isPlain, withoutEmptyChange } from './run'

const run = (patch: Partial<Run>): Run => ({ id: 'a', regio: 'haaglanden', dreiging: 'power-72h', status: 'klaar', seizoen: null, start: null, duurUren: null, aanpassing: {}, ...patch }) as Run

test('a change that changes nothing is not sent along, so that the run stays a plain one', () => {
  const input = { regio: 'haaglanden', dreiging: 'power-72h' }
  expect(withoutEmptyChange({ ...input, aanpassing: { put: [], remove: [] } })).toEqual(input)
  const aanpassing = { put: [], remove: [{ tabel: 'backups', id: 'x' }] }
  expect(withoutEmptyChange({ ...input, aanpassing })).toEqual({ ...input, aanpassing })
})

describe('the governing run', () => {
  test('is the newest finished one of the first hazard with nothing laid over it', () => {
    const changed = run({ id: 'b', aanpassing: { remove: [{ tabel: 'backups', id: 'x' }] } })
    const shorter = run({ id: 'c', duurUren: 24 })
    const busy = run({ id: 'd', status: 'bezig' })
    expect(governing([changed, shorter, busy, run({})], 'haaglanden', 'power-72h')?.id).toBe('a')
  })
  test('is the one being computed when none is finished, and none when there is nothing', () => {
    expect(governing([run({ status: 'bezig' })], 'haaglanden', 'power-72h')?.status).toBe('bezig')
    expect(governing([run({ status: 'mislukt' }), run({ dreiging: 'heat' })], 'haaglanden', 'power-72h')).toBeUndefined()
  })
  test('another season is not plain', () => expect(isPlain(run({ seizoen: 'summer' }))).toBe(false))
})

test('an id with a slash is one part of a path', () => {
  expect(path('doorrekeningen', 'r', 'processen', 'GM0503/crisis-team')).toBe('/v1/doorrekeningen/r/processen/GM0503%2Fcrisis-team')
  expect(withQuery('/v1/x', { a: 1, b: '', c: undefined, d: false, e: true })).toBe('/v1/x?a=1&e=true')
  expect(new ApiError({ status: 400, title: 't', detail: 'd' }).message).toBe('d')
})

test('the clock stays within the run, and nonsense is the first hour', () => {
  expect([-3, 0, 12.6, 400, Number.NaN].map((hour) => clampHour(hour, 167))).toEqual([0, 0, 13, 167, 0])
})

test('colours change exactly at their bounds', () => {
  expect(colourOf(0)).toBe(colours[0])
  expect(colourOf(0.0099)).toBe(colours[0])
  expect(colourOf(0.01)).toBe(colours[1])
  expect(colourOf(0.75)).toBe(colours[5])
  expect(differenceColourOf(0)).toBe(differenceColours[3])
  expect(differenceColourOf(-0.3)).toBe(differenceColours[0])
  expect(differenceColourOf(0.25)).toBe(differenceColours[6])
})

test('nothing comes last, whichever way one sorts', () => {
  expect([3, null, 1].sort((a, b) => compareCells(a, b, false))).toEqual([1, 3, null])
  expect([3, null, 1].sort((a, b) => compareCells(a, b, true))).toEqual([3, 1, null])
  const columns = [{ key: 'n', label: 'n', cell: () => '', sort: (row: { n: number }) => row.n }]
  const rows = [{ n: 2 }, { n: 1 }]
  expect(sortRows(rows, columns, { key: 'n', down: false })).toEqual([{ n: 1 }, { n: 2 }])
  expect(sortRows(rows, columns, { key: 'other', down: false })).toBe(rows)
})

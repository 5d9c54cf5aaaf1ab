import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fill } from '.'
import en from './en.json'
import nl from './nl.json'

const source = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? source(path) : /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [readFileSync(path, 'utf8')] : []
  })
const code = source(join(import.meta.dirname, '..')).join('\n')
const blanks = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

test('both languages have the same sentences with the same blanks', () => {
  expect(Object.keys(en)).toEqual(Object.keys(nl))
  for (const key of Object.keys(nl) as (keyof typeof nl)[]) expect([key, blanks(en[key])]).toEqual([key, blanks(nl[key])])
})

test('no sentence is empty', () => {
  for (const [key, sentence] of [...Object.entries(nl), ...Object.entries(en)]) expect([key, sentence.trim().length > 0]).toEqual([key, true])
})

test('every sentence is used somewhere, by its key or by the first part of it', () => {
  const families = [...code.matchAll(/t\(`([\w.]+\.)\$\{/g)].map((match) => match[1] as string)
  const unused = Object.keys(nl).filter((key) => !code.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)))
  expect(unused).toEqual([])
})

test('blanks are filled and unknown ones stay', () => {
  expect(fill('{a} van {b}', { a: 1 })).toBe('1 van {b}')
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import dutch from '../../i18n/region.nl.json'
import { columnText, tableText } from './described'

interface Package {
  resources: { name: string; description?: string; schema?: { fields: { name: string; description?: string }[] } }[]
}
const region = JSON.parse(readFileSync(new URL('../../../../regions/haaglanden/datapackage.json', import.meta.url), 'utf8')) as Package
const tables = region.resources.flatMap((table) => (table.schema ? [{ name: table.name, fields: table.schema.fields }] : []))

test('tables and columns of the region are described in Dutch, all but what was added of late', () => {
  const columns = tables.flatMap((table) => table.fields.map((field) => columnText(table.name, { naam: field.name, omschrijving: '' }, 'nl')))
  expect(columns.length).toBeGreaterThan(200)
  expect(columns.filter((text) => text !== '').length / columns.length).toBeGreaterThan(0.85)
  expect(tableText({ naam: 'assets', omschrijving: 'Things' }, 'nl')).toBe('Dingen die op één plek één dienst leveren.')
})
test('the catalogue names no table and no column that the region does not have', () => {
  const names = new Set(tables.flatMap((table) => [`table.${table.name}`, ...table.fields.flatMap((field) => [`column.${field.name}`, `column.${table.name}.${field.name}`])]))
  expect(Object.keys(dutch).filter((key) => !names.has(key))).toEqual([])
})
test('what the catalogue does not know, and English, keep the words of the region, as a sentence', () => {
  expect(columnText('assets', { naam: 'colour', omschrijving: 'Colour' }, 'nl')).toBe('Colour')
  expect(columnText('assets', { naam: 'kind', omschrijving: 'Kind' }, 'en')).toBe('Kind')
  expect(tableText({ naam: 'ships', omschrijving: 'Ships' }, 'nl')).toBe('Ships.')
})

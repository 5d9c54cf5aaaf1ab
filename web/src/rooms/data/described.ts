import type { Column, Table } from '../../api/types'
import type { Language } from '../../i18n'
import dutch from '../../i18n/region.nl.json'

// What tables and columns mean. The region says it in English; Dutch stands in a catalogue of its own, which only this room
// fetches. A table or column that the catalogue does not know keeps the words of the region.

const known: Readonly<Record<string, string>> = dutch

export function tableText(table: Pick<Table, 'naam' | 'omschrijving'>, language: Language): string {
  const sentence = (language === 'nl' ? known[`table.${table.naam}`] : undefined) ?? table.omschrijving
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}

export function columnText(table: string, column: Pick<Column, 'naam' | 'omschrijving'>, language: Language): string {
  if (language !== 'nl') return column.omschrijving
  return known[`column.${table}.${column.naam}`] ?? known[`column.${column.naam}`] ?? column.omschrijving
}

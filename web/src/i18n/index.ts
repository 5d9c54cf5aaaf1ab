import { createContext, useContext, useMemo } from 'react'
import type { Name } from '../api/types'
import type { Language } from './format'
import * as format from './format'
import nl from './nl.json'

export type { Language } from './format'
export type Key = keyof typeof nl
export type Catalogue = Record<Key, string>
export type Values = Record<string, string | number>

/** Fills {names} in a sentence of the catalogue. */
export function fill(sentence: string, values: Values = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}

export interface Words {
  language: Language
  t: (key: Key, values?: Values) => string
  /** The words of a name in both languages. */
  name: (name: Name | { nl: string; en: string }) => string
  people: (value: number | null | undefined) => string
  large: (value: number | null | undefined) => string
  whole: (value: number) => string
  decimal: (value: number, digits?: number) => string
  precise: (value: number) => string
  percent: (share: number | null | undefined) => string
  hours: (value: number | null | undefined, horizon?: number) => string
  hoursRange: (from: number | null, to: number | null, horizon?: number) => string
  euros: (value: number) => string
}

export function makeWords(language: Language, catalogue: Catalogue): Words {
  return {
    language,
    // A word of the data (a function, a table) that the catalogue does not know is shown as it is.
    t: (key, values) => fill((catalogue as Partial<Catalogue>)[key] ?? key.slice(key.lastIndexOf('.') + 1), values),
    name: (name) => name[language],
    people: (value) => format.people(value, language),
    large: (value) => format.large(value, language),
    whole: (value) => format.whole(value, language),
    decimal: (value, digits) => format.decimal(value, language, digits),
    precise: (value) => format.precise(value, language),
    percent: (share) => format.percent(share, language),
    hours: (value, horizon) => format.hours(value, language, horizon),
    hoursRange: (from, to, horizon) => format.hoursRange(from, to, language, horizon),
    euros: (value) => format.euros(value, language),
  }
}

export const WordsContext = createContext<Words>(makeWords('nl', nl))
export const useWords = (): Words => useContext(WordsContext)

/** Dutch is in the page; English is fetched when asked for. */
export async function catalogueOf(language: Language): Promise<Catalogue> {
  return language === 'nl' ? nl : (await import('./en.json')).default
}

export const useCatalogue = (language: Language, catalogue: Catalogue): Words => useMemo(() => makeWords(language, catalogue), [language, catalogue])

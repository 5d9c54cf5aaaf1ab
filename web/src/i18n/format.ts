// Numbers and dates as Dutch readers expect them. Rounding is part of honesty: people get three significant digits.

export type Language = 'nl' | 'en'
const locale = { nl: 'nl-NL', en: 'en-GB' }

const cache = new Map<string, Intl.NumberFormat>()
function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  const known = cache.get(key)
  if (known) return known
  const fresh = new Intl.NumberFormat(locale[language], options)
  cache.set(key, fresh)
  return fresh
}

export const whole = (value: number, language: Language): string => numberFormat(language, { maximumFractionDigits: 0 }).format(value)

export const decimal = (value: number, language: Language, digits = 1): string =>
  numberFormat(language, { maximumFractionDigits: digits }).format(value)

/** A number that may be small: one digit after the comma, or as many as two digits that say something take. */
export const precise = (value: number, language: Language): string =>
  numberFormat(language, { maximumFractionDigits: 1, maximumSignificantDigits: 2, roundingPriority: 'morePrecision' }).format(value)

/** A count of people with three significant digits: 1.116.190 is shown as 1.120.000. */
export function people(value: number | null | undefined, language: Language): string {
  if (value === null || value === undefined) return '–'
  if (Math.abs(value) < 1 && value !== 0) return value > 0 ? '< 1' : '> −1'
  return numberFormat(language, { maximumSignificantDigits: 3, maximumFractionDigits: 0 } as Intl.NumberFormatOptions).format(
    Math.abs(value) < 1000 ? Math.round(value) : value,
  )
}

/** A large number in words: 367 miljoen. */
export function large(value: number | null | undefined, language: Language): string {
  if (value === null || value === undefined) return '–'
  return numberFormat(language, { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 3 }).format(value)
}

/** A share as a percentage; what is nearly nothing or nearly all says so, for 100 % means always. */
export function percent(share: number | null | undefined, language: Language): string {
  if (share === null || share === undefined) return '–'
  const value = share * 100
  if (value > 0 && value < 0.5) return '<\u00a01\u00a0%'
  if (value < 100 && value >= 99.5) return '>\u00a099\u00a0%'
  return `${numberFormat(language, { maximumFractionDigits: 0 }).format(value)}\u00a0%`
}

const words = {
  nl: { minutes: 'minuten', minute: 'minuut', hours: 'uur', hour: 'uur', until: 'tot' },
  en: { minutes: 'minutes', minute: 'minute', hours: 'hours', hour: 'hour', until: 'to' },
}

/** A time in hours; below two hours in minutes. null lies beyond the horizon. */
export function hours(value: number | null | undefined, language: Language, horizon = 168): string {
  const word = words[language]
  if (value === null || value === undefined) return `> ${horizon} ${word.hours}`
  if (value === 0) return `0 ${word.hours}`
  if (value < 2 && !Number.isInteger(value)) {
    const minutes = Math.round(value * 60)
    return `${minutes} ${minutes === 1 ? word.minute : word.minutes}`
  }
  const shown = value < 10 ? decimal(value, language, 1) : whole(value, language)
  return `${shown} ${word.hours}`
}

/** Two times as a range: 21–35 minuten, 6,4–168 uur; as one where they read the same. */
export function hoursRange(from: number | null, to: number | null, language: Language, horizon = 168): string {
  const word = words[language]
  const joined = (low: string, high: string, between: string, unit: string) => (low === high ? `${low} ${unit}` : `${low}${between}${high} ${unit}`)
  if (to !== null && from !== null && to < 2) return joined(String(Math.round(from * 60)), String(Math.round(to * 60)), '–', word.minutes)
  const plain = (value: number | null) =>
    value === null ? `> ${horizon}` : value < 10 ? decimal(value, language, 1) : whole(value, language)
  return joined(plain(from), plain(to), to === null ? ` ${word.until} ` : '–', word.hours)
}

export function euros(value: number, language: Language): string {
  return numberFormat(language, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(value)
}

/** A moment of the scenario: local time without a zone, as the region writes it (2023-01-17T17:00). */
export function moment(local: string, hour: number, language: Language): string {
  const at = new Date(`${local.slice(0, 16)}:00Z`)
  at.setUTCMinutes(at.getUTCMinutes() + Math.round(hour * 60))
  return new Intl.DateTimeFormat(locale[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(at)
}

export function longMoment(local: string, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(new Date(`${local.slice(0, 16)}:00Z`))
}

/** A month as the results write it (2025-07): juli 2025. */
export const month = (text: string, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${text}-01T00:00Z`))

/** A day as the tables write it (2026-03-01): 1 maart 2026. */
export const day = (text: string, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${text}T00:00Z`))

/** An instant of the server (with a zone), in the time of the reader. */
export const instant = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(iso))

/** A number of a table as its reader writes it: the point of the file is a comma in Dutch. Digits stay as they are. */
export const shownNumber = (text: string, language: Language): string => (language === 'nl' ? text.replace('.', ',') : text)

/** The other way round, for what was typed into such a cell; what is no number stays for the server to judge. */
export const storedNumber = (text: string): string => {
  const value = parseNumber(text)
  return value === undefined ? text : text.trim().replace(/\s/g, '').includes(',') ? String(value) : text.trim()
}

/** Reads what a Dutch or English reader types as a number: 1.234,5 or 1234.5. Nothing or nonsense is undefined. */
export function parseNumber(text: string): number | undefined {
  const bare = text.trim().replace(/\s/g, '')
  if (bare === '') return undefined
  const normal = /,\d*$/.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : bare
  const value = Number(normal)
  return Number.isFinite(value) ? value : undefined
}

/** Reads a sum as a field shows it, in whole euros: the sign between thousands is that of the language. What is no sum is undefined. */
export function parseEuros(text: string, language: Language): number | undefined {
  const bare = text.replace(/[\s€]/g, '')
  const plain = language === 'nl' ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '')
  const sum = Number(plain)
  return plain !== '' && Number.isFinite(sum) && sum >= 0 ? Math.round(sum) : undefined
}

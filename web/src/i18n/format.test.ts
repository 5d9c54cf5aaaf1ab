import { describe, expect, test } from 'vitest'
import { day, decimal, hours, hoursRange, large, moment, month, parseEuros, parseNumber, people, percent, precise, shownNumber, storedNumber, whole } from './format'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('numbers as Dutch readers expect them', () => {
  test('people get three significant digits and a point between thousands', () => {
    expect(people(1116190, 'nl')).toBe('1.120.000')
    expect(people(85312, 'nl')).toBe('85.300')
    expect(people(236, 'nl')).toBe('236')
  })
  test('fewer than one person is said as such, and nobody is 0', () => {
    expect(people(0.4, 'nl')).toBe('< 1')
    expect(people(0, 'nl')).toBe('0')
    expect(people(null, 'nl')).toBe('–')
  })
  test('a share near the ends is not rounded to never or always', () => {
    expect(plain(percent(0.004, 'nl'))).toBe('< 1 %')
    expect(plain(percent(0.005, 'nl'))).toBe('1 %')
    expect(plain(percent(0.9949, 'nl'))).toBe('99 %')
    expect(plain(percent(0.996, 'nl'))).toBe('> 99 %')
    expect(plain(percent(1, 'nl'))).toBe('100 %')
    expect(plain(percent(0, 'nl'))).toBe('0 %')
  })
  test('hours below two are minutes, and beyond the horizon is said so', () => {
    expect(hours(0.55, 'nl')).toBe('33 minuten')
    expect(hours(1, 'nl')).toBe('1 uur')
    expect(hours(2, 'nl')).toBe('2 uur')
    expect(hours(38.58, 'nl')).toBe('39 uur')
    expect(hours(7.75, 'nl')).toBe('7,8 uur')
    expect(hours(null, 'nl')).toBe('> 168 uur')
    expect(hours(0.0167, 'nl')).toBe('1 minuut')
  })
  test('a range keeps one unit, and an open end reads as words', () => {
    expect(hoursRange(0.35, 0.8667, 'nl')).toBe('21–52 minuten')
    expect(hoursRange(64, 80.4, 'nl')).toBe('64–80 uur')
    expect(hoursRange(7.98, 8.02, 'nl')).toBe('8 uur')
    expect(hoursRange(1, 1, 'nl')).toBe('60 minuten')
    expect(hoursRange(7.75, null, 'nl')).toBe('7,8 tot > 168 uur')
    expect(hoursRange(47, 47.2, 'nl')).toBe('47 uur')
    expect(hoursRange(0, 0, 'nl')).toBe('0 minuten')
    expect(hoursRange(null, null, 'nl')).toBe('> 168 uur')
  })
  test('English has its own marks', () => {
    expect(whole(1121670, 'en')).toBe('1,121,670')
    expect(decimal(7.75, 'en')).toBe('7.8')
  })
  test('a day of a table is written out', () => {
    expect([day('2026-03-01', 'nl'), day('2026-03-01', 'en')]).toEqual(['1 maart 2026', '1 March 2026'])
  })
  test('a small number is not rounded to nothing', () => {
    expect([0, 0.0042, 0.25, 1.25, 12.34, 1234.56].map((value) => precise(value, 'nl'))).toEqual(['0', '0,0042', '0,25', '1,3', '12,3', '1.234,6'])
  })
  test('a large number stands in words', () => {
    expect(plain(large(367384000, 'nl'))).toBe('367 miljoen')
  })
})

describe('what is typed', () => {
  test.each([
    ['1.234,5', 1234.5],
    ['0,25', 0.25],
    ['1234.5', 1234.5],
    [' 72 ', 72],
    ['', undefined],
    ['twee', undefined],
    ['1,2,3', undefined],
  ])('%s is read as %s', (text, value) => expect(parseNumber(text)).toBe(value))
  test('a sum keeps its thousands in either language, whatever is added to it', () => {
    expect(['640.000', '640.0000', '€ 1.234,6', '7 500'].map((text) => parseEuros(text, 'nl'))).toEqual([640000, 6400000, 1235, 7500])
    expect(['640,000', '640,0000', '€1,234.6', '64,000'].map((text) => parseEuros(text, 'en'))).toEqual([640000, 6400000, 1235, 64000])
    expect(['', '-5', 'veel'].map((text) => parseEuros(text, 'nl'))).toEqual([undefined, undefined, undefined])
  })
  test('a cell of a table is shown with a comma and stored with a point', () => {
    expect(shownNumber('4.318', 'nl')).toBe('4,318')
    expect(storedNumber('4,318')).toBe('4.318')
    expect(storedNumber('4.318')).toBe('4.318')
    expect(storedNumber('vier')).toBe('vier')
  })
})

test('a moment of the scenario counts from its local start, over midnight', () => {
  expect(moment('2023-01-17T17:00', 0, 'nl')).toContain('17:00')
  expect(moment('2023-01-17T17:00', 30, 'nl')).toMatch(/wo.* 18 jan.* 23:00/)
  expect(moment('2023-01-17T17:00', 7, 'nl')).toMatch(/18 jan.* 00:00/)
})

test('a month is written out in the language of the reader', () => {
  expect([month('2025-07', 'nl'), month('2028-01', 'en')]).toEqual(['juli 2025', 'January 2028'])
})

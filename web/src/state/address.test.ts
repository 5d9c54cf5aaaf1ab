import { expect, test } from 'vitest'
import { carried, formatAddress, parseAddress } from './address'

test('an address is the same after reading and writing it, slashes and accents included', () => {
  const address = { path: '/continuiteit', query: { proces: 'GM0503/crisis-team', zoek: 'Hoek van Holland é' } }
  const text = formatAddress(address)
  expect(parseAddress('/continuiteit', text.slice(text.indexOf('?')))).toEqual(address)
})
test('empty values stay out of the address', () => {
  expect(formatAddress({ path: '/kaart', query: { uur: '', behoefte: 'warmth' } })).toBe('/kaart?behoefte=warmth')
  expect(formatAddress({ path: '/', query: {} })).toBe('/')
})
test('the run, language and look go along to another room; the rest does not', () => {
  expect(carried({ run: 'r1', uur: '3', taal: 'en' })).toEqual({ run: 'r1', taal: 'en' })
})

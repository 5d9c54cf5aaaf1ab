import { expect, test } from 'vitest'
import { colours, gains, lightnessOf, rampOf } from './colours'

test('lightness is that of the eye: white, black, and the grey between them', () => {
  expect(lightnessOf('#ffffff')).toBeCloseTo(100, 6)
  expect(lightnessOf('#000000')).toBeCloseTo(0, 6)
  // sRGB 119 is the grey of lightness 50.
  expect(lightnessOf('#777777')).toBeCloseTo(50, 0)
})

test('a ramp goes from its first stop to its last in equal steps of lightness', () => {
  for (const stops of [colours, gains]) {
    for (const count of [2, 9, 15]) {
      const ramp = rampOf(stops, count)
      expect([ramp.length, ramp[0], ramp.at(-1)]).toEqual([count, stops[0], stops.at(-1)])
      const falls = ramp.slice(1).map((colour, index) => lightnessOf(ramp[index] as string) - lightnessOf(colour))
      const even = (lightnessOf(stops[0]) - lightnessOf(stops.at(-1) as string)) / (count - 1)
      for (const fall of falls) expect(Math.abs(fall - even)).toBeLessThan(0.6)
    }
  }
  expect(rampOf(gains, 1)).toEqual([gains[0]])
})

import { expect, test } from 'vitest'
import { longest, nameProblem } from './run-name'

test('a name of a run is neither empty nor longer than the server takes, which counts bytes', () => {
  expect(nameProblem('Zonder aggregaat')).toBeUndefined()
  expect(nameProblem('  ')).toBe('empty')
  expect(nameProblem('a'.repeat(longest))).toBeUndefined()
  expect(nameProblem('a'.repeat(longest + 1))).toBe('long')
  expect(nameProblem('é'.repeat(longest / 2 + 1))).toBe('long')
})

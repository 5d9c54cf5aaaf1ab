import { expect, test } from 'vitest'
import type { Process } from '../../api/types'
import { staticVerdict, surprise, timedVerdict, worstFirst } from './verdicts'

const process = (chance: number, ok: boolean, down = 0): Process => ({ mtpd_exceeded: { mean: chance }, static_verdict: { ok }, down_hours: { mean: down } }) as unknown as Process

test('the timed verdict changes at 5 % and at 50 %', () => {
  expect([0, 0.0499, 0.05, 0.4999, 0.5, 1].map((chance) => timedVerdict(process(chance, true)))).toEqual(['meets', 'meets', 'doubtful', 'doubtful', 'fails', 'fails'])
})
test('a surprise is fine on paper and fails with the clock', () => {
  expect([surprise(process(0.9, true)), surprise(process(0.9, false)), surprise(process(0.3, true))]).toEqual([true, false, false])
  expect(staticVerdict(process(0, false))).toBe('fails')
})
test('the worst comes first; equal chances go by hours down', () => {
  expect(worstFirst([process(0.5, true, 3), process(1, true, 1), process(0.5, true, 9)]).map((item) => item.down_hours.mean)).toEqual([1, 9, 3])
})

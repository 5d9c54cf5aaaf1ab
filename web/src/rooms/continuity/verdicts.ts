import type { Process } from '../../api/types'

// Two verdicts on one process: the static one compares stated hours, the timed one what happened in the runs.

export type Verdict = 'meets' | 'fails' | 'doubtful'

/** The engine's chance to be down longer than can be borne, in three classes with their bounds: below 5 %, 50 % and more. */
export function timedVerdict(process: Pick<Process, 'mtpd_exceeded'>): Verdict {
  const chance = process.mtpd_exceeded.mean ?? 0
  return chance >= 0.5 ? 'fails' : chance >= 0.05 ? 'doubtful' : 'meets'
}

export const staticVerdict = (process: Pick<Process, 'static_verdict'>): Verdict => (process.static_verdict.ok ? 'meets' : 'fails')

/** The clock sees a failure that the stated hours do not. */
export const surprise = (process: Process): boolean => staticVerdict(process) === 'meets' && timedVerdict(process) === 'fails'

/** Worst first: by the chance to be down too long, then by hours down. */
export const worstFirst = (processes: readonly Process[]): Process[] => [...processes].sort((a, b) => (b.mtpd_exceeded.mean ?? 0) - (a.mtpd_exceeded.mean ?? 0) || (b.down_hours.mean ?? 0) - (a.down_hours.mean ?? 0))

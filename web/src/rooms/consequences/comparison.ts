import type { HazardFigures } from '../../api/types'
import { marks, type Mark } from '../whatif/indicators'

// All hazards side by side: which is worst by each measure, and the order of the chart.

export const measures = ['unmet', 'needs', 'dark', 'late', 'recovered'] as const
export type Measure = (typeof measures)[number]

/** The mean of a measure; null when the hazard could not be run, when it lies beyond the horizon, or when it never came to that. */
export function valueOf(row: HazardFigures, measure: Measure): number | null {
  if (row.refused) return null
  return { unmet: row.unmet_person_hours, needs: row.worst_needs, dark: row.worst_dark, late: row.processes_too_late, recovered: row.recovered_h }[measure]?.mean ?? null
}

/** Best and worst of each measure by id of the hazard; a hazard that could not be run takes no part. */
export function marksOf(rows: readonly HazardFigures[]): Map<string, Record<Measure, Mark>> {
  const run = rows.filter((row) => !row.refused)
  const of = Object.fromEntries(measures.map((measure) => [measure, marks(run.map((row) => valueOf(row, measure) ?? undefined), 'low')])) as Record<Measure, Mark[]>
  return new Map(run.map((row, index) => [row.id, Object.fromEntries(measures.map((measure) => [measure, of[measure][index]])) as Record<Measure, Mark>]))
}

/** The hazards that were run, the worst first; equal ones in the order in which they came. */
export const worstFirst = (rows: readonly HazardFigures[], measure: Measure): HazardFigures[] => rows.filter((row) => !row.refused && valueOf(row, measure) !== null).sort((a, b) => (valueOf(b, measure) ?? 0) - (valueOf(a, measure) ?? 0))

// What a shock aims at: conditions that all hold, each with values of which one holds. "kind=mv_feeding_area; municipality=GM0503|GM0603"

export const targetKeys = ['kind', 'service', 'municipality', 'organisation', 'area', 'id'] as const
export type TargetKey = (typeof targetKeys)[number]

export interface Condition {
  key: TargetKey
  values: readonly string[]
}

/** The conditions of a target; undefined when the text is none, which is then shown as it is. */
export function conditionsOf(target: string): Condition[] | undefined {
  const out: Condition[] = []
  for (const part of target.split(';').map((text) => text.trim()).filter(Boolean)) {
    const cut = part.indexOf('=')
    const key = part.slice(0, cut).trim() as TargetKey
    const values = part
      .slice(cut + 1)
      .split('|')
      .map((value) => value.trim())
    if (cut < 0 || !targetKeys.includes(key) || values.includes('') || out.some((condition) => condition.key === key)) return undefined
    out.push({ key, values })
  }
  return out
}

export const targetOf = (conditions: readonly Condition[]): string => conditions.map((condition) => `${condition.key}=${condition.values.join('|')}`).join('; ')

/** With one more value: beside those of its key, else as a condition of its own. */
export function withValue(conditions: readonly Condition[], key: TargetKey, value: string): Condition[] {
  if (!conditions.some((condition) => condition.key === key)) return [...conditions, { key, values: [value] }]
  return conditions.map((condition) => (condition.key === key && !condition.values.includes(value) ? { key, values: [...condition.values, value] } : condition))
}

export const withoutValue = (conditions: readonly Condition[], key: TargetKey, value: string): Condition[] =>
  conditions.map((condition) => (condition.key === key ? { key, values: condition.values.filter((item) => item !== value) } : condition)).filter((condition) => condition.values.length > 0)

export const withoutKey = (conditions: readonly Condition[], key: TargetKey): Condition[] => conditions.filter((condition) => condition.key !== key)

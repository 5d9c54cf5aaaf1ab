import { useCallback, useMemo } from 'react'
import type { MeasurePlan } from '../../api/types'
import { Link } from '../../components/basics'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { unitOf } from './money'

/** A share as a percentage with what it takes to tell it from nothing: plans often differ by less than a per cent. */
export function useShare(): (share: number) => string {
  const { t, precise } = useWords()
  return useCallback((share) => t('money.percent', { value: precise(share * 100) }), [t, precise])
}

/** An amount in the unit of a rule: hours in words, a share, or a number of processes. */
export function useAmount(rule: string): (value: number) => string {
  const { t, large, precise } = useWords()
  const share = useShare()
  return useCallback(
    (value) => {
      const unit = unitOf(rule)
      return unit === 'share' ? share(value) : t(`money.amount.${unit}`, { value: unit === 'hours' ? large(value) : precise(value) })
    },
    [rule, t, large, precise, share],
  )
}

/** A longer list of measures is folded. */
const few = 9

/** Names of measures by id. */
export function useNames(plan: MeasurePlan): (id: string) => string {
  const { name } = useWords()
  const names = useMemo(() => new Map(plan.measures.map((measure) => [measure.id, name(measure.name)])), [plan, name])
  return useCallback((id) => names.get(id) ?? id, [names])
}

/** A measure as a link to what the catalogue says of it: costs, tasks, who is responsible. */
export function MeasureLink({ id, nameOf }: { id: string; nameOf: (id: string) => string }) {
  const { query, to } = useAddress()
  // Of the measure that is in view already the address stays as it is: the link leads to its place on the page.
  if (query.maatregel === id)
    return (
      <a href="#measure" aria-current="true">
        {nameOf(id)}
      </a>
    )
  return <Link href={to('/maatregelen', { ...query, maatregel: id })}>{nameOf(id)}</Link>
}

/** Measures as links to what the catalogue says of them, each with a note where one is given; nothing is a dash. */
export function MeasureList({ ids, nameOf, note }: { ids: readonly string[]; nameOf: (id: string) => string; note?: (id: string) => string }) {
  const { t, whole } = useWords()
  if (ids.length === 0) return <>–</>
  const list = (
    <ul className={ids.length > few ? 'measure-list measure-list--long' : 'measure-list'}>
      {ids.map((id) => (
        <li key={id}>
          <MeasureLink id={id} nameOf={nameOf} /> {note?.(id)}
        </li>
      ))}
    </ul>
  )
  if (ids.length <= few) return list
  return (
    <details>
      <summary>{t('money.list', { count: whole(ids.length) })}</summary>
      {list}
    </details>
  )
}

/** A share as a bar beside its number in words. */
export function ShareBar({ share, max = 1 }: { share: number; max?: number }) {
  return (
    <span className="bar bar--amount" aria-hidden="true">
      <span style={{ inlineSize: `${Math.max(0, Math.min(1, max > 0 ? share / max : 0)) * 100}%` }} />
    </span>
  )
}

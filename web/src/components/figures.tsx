import type { ReactNode } from 'react'
import type { Estimate } from '../api/types'
import { useWords } from '../i18n'

/** One number with what it means and how far it may lie off. */
export function KeyFigure({ value, children, range }: { value: string; children: ReactNode; range?: string }) {
  return (
    <li className="figure">
      <span className="figure__value">{value}</span>
      <span>{children}</span>
      {range && <span className="figure__range">{range}</span>}
    </li>
  )
}

/** A value, and small below it what belongs to it: how far it may lie off, what kind it is. */
export function WithNote({ value, note }: { value: ReactNode; note: ReactNode }) {
  return (
    <>
      {value}
      <br />
      <span className="soft small">{note}</span>
    </>
  )
}

/** A series as a small area; decoration beside the same number in words. */
export function Spark({ values, max, cursor, width = 120, height = 28, label }: { values: readonly (number | null)[]; max: number; cursor?: number; width?: number; height?: number; label?: string }) {
  const last = Math.max(1, values.length - 1)
  const x = (index: number) => ((index / last) * width).toFixed(1)
  const y = (value: number | null) => (height - ((value ?? 0) / Math.max(max, 1e-9)) * (height - 2)).toFixed(1)
  const line = values.map((value, index) => `${x(index)},${y(value)}`).join(' ')
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role={label ? 'img' : undefined} aria-label={label} aria-hidden={label ? undefined : true}>
      <polygon points={`0,${height} ${line} ${width},${height}`} fill="#b9532f" fillOpacity="0.25" />
      <polyline points={line} fill="none" stroke="#9c3d1d" strokeWidth="1.5" />
      {cursor !== undefined && <line x1={x(cursor)} x2={x(cursor)} y1="0" y2={height} stroke="#17212d" strokeWidth="1.5" />}
    </svg>
  )
}

/** A range from P5 to P95 with the median on a common scale of hours, and a limit where there is one. */
export function RangeDots({ estimate, max, limit, label }: { estimate: Estimate; max: number; limit?: number | null; label: string }) {
  const width = 220
  const height = 24
  // The square root spreads the first hours, in which decisions fall, and keeps a week in view.
  const x = (value: number | null) => 4 + Math.sqrt(Math.min(value ?? max, max) / max) * (width - 8)
  const beyond = estimate.p95 === null
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label} className="dots">
      <line x1="4" x2={width - 4} y1="12" y2="12" stroke="#d3dbe4" strokeWidth="1" />
      {limit !== null && limit !== undefined && <line x1={x(limit)} x2={x(limit)} y1="2" y2="22" stroke="#a4262c" strokeWidth="2" strokeDasharray="3 2" />}
      <line x1={x(estimate.p5)} x2={x(estimate.p95)} y1="12" y2="12" stroke="#154273" strokeWidth="6" strokeOpacity="0.35" strokeLinecap={beyond ? 'butt' : 'round'} />
      <circle cx={x(estimate.p50)} cy="12" r="5" fill="#154273" />
    </svg>
  )
}

/** A bar with an interval around its end, for influences; negative goes to the left. */
export function InfluenceBar({ value, low, high, max }: { value: number; low: number; high: number; max: number }) {
  const width = 200
  const middle = width / 2
  const x = (amount: number) => middle + (amount / max) * (middle - 4)
  return (
    <svg viewBox={`0 0 ${width} 20`} width={width} height="20" aria-hidden="true">
      <rect x={Math.min(middle, x(value))} y="4" width={Math.abs(x(value) - middle)} height="12" fill={value >= 0 ? '#c06a3f' : '#3f7f6b'} />
      <line x1={x(low)} x2={x(high)} y1="10" y2="10" stroke="#17212d" strokeWidth="1.5" />
      <line x1={x(low)} x2={x(low)} y1="6" y2="14" stroke="#17212d" strokeWidth="1.5" />
      <line x1={x(high)} x2={x(high)} y1="6" y2="14" stroke="#17212d" strokeWidth="1.5" />
      <line x1={middle} x2={middle} y1="1" y2="19" stroke="#7c8a9a" />
    </svg>
  )
}

/** The words of an interval: 90 % between … and …, or that there is none to speak of. */
export function useRange(): (low: string, high: string) => string {
  const { t } = useWords()
  return (low, high) => (low === high ? t('range.same') : t('range', { low, high }))
}

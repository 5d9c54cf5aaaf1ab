import { lazy, Suspense } from 'react'
import { Failure, Skeleton } from '../../components/basics'
import type { MapProps } from '../../components/map'
import { useOutlines } from './use-places'

const MapView = lazy(() => import('../../components/map'))
const nothing: readonly never[] = []

/** A map of the region in view; the map itself is fetched when somebody looks at one. Without labels or points it shows outlines alone. */
export function RegionMap({ labels = nothing, points = nothing, ...rest }: Omit<MapProps, 'outlines' | 'labels' | 'points'> & Partial<Pick<MapProps, 'labels' | 'points'>>) {
  const outlines = useOutlines()
  if (outlines.error) return <Failure error={outlines.error} />
  if (!outlines.data) return <Skeleton lines={8} />
  return (
    <Suspense fallback={<div className="map" />}>
      <MapView outlines={outlines.data} labels={labels} points={points} {...rest} />
    </Suspense>
  )
}

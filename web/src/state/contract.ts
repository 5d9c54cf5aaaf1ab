import { useResource } from './resource'

// Set by the build (vite.config.ts): a hash of the interface and the results that this application knows.
declare const __CONTRACT__: string

/** Whether the server speaks by another contract than this application was built for; while that is unknown, no. */
export function useOtherContract(): boolean {
  const health = useResource<{ contract?: string }>('/gezondheid').data
  return health?.contract !== undefined && health.contract !== __CONTRACT__
}

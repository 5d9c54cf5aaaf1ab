import { useEffect, useState } from 'react'
import { path, send, type ApiError } from '../../../api/http'
import type { HazardStory } from '../../../api/types'
import { asApiError } from '../../../state/resource'
import { useRun } from '../../../state/run'
import type { changeOf } from './hazard'

export interface Judged {
  story: HazardStory | undefined
  error: ApiError | undefined
  /** What is shown is not yet about what was typed last. */
  checking: boolean
}

/** Has the server check a hazard and tell it in sentences, shortly after the last keystroke; nothing is stored. */
export function useStory(id: string, change: ReturnType<typeof changeOf>): Judged {
  const { region } = useRun()
  const text = JSON.stringify({ dreiging: id, ...change })
  const key = `${region.versie}|${text}`
  const [judged, setJudged] = useState<{ key: string; story: HazardStory | undefined; error: ApiError | undefined }>()
  useEffect(() => {
    let current = true
    const timer = window.setTimeout(() => {
      send<HazardStory>('POST', path('regios', region.id, 'dreigingsverklaringen'), JSON.parse(text)).then(
        (story) => current && setJudged({ key, story, error: undefined }),
        (error: unknown) => current && setJudged({ key, story: undefined, error: asApiError(error) }),
      )
    }, 400)
    return () => {
      current = false
      window.clearTimeout(timer)
    }
  }, [region.id, key, text])
  return { story: judged?.story, error: judged?.error, checking: judged?.key !== key }
}

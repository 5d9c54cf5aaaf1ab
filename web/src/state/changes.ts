import { path, send } from '../api/http'
import type { Change } from '../api/types'
import { useWords } from '../i18n'
import { forget } from './resource'
import { useRun } from './run'
import { readStored } from './stored'

/** Takes a change of the region back, by a change of its own that it gives; what was read of regions is read anew. */
export function useTakeBack(): (number: number) => Promise<Change | undefined> {
  const { t } = useWords()
  const { region } = useRun()
  return async (number) => {
    const made = await send<Change>('POST', path('regios', region.id, 'wijzigingen', number, 'terugdraaiingen'), { wie: readStored('wie', '') || t('history.me') })
    forget(path('regios'))
    return made
  }
}

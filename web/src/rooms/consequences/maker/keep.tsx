import { useState } from 'react'
import { path, send, type ApiError } from '../../../api/http'
import type { Change, HazardOption } from '../../../api/types'
import { Notice } from '../../../components/basics'
import { StoreForm } from '../../../components/store-form'
import { StoredChange } from '../../../components/stored-change'
import { useWords } from '../../../i18n'
import { useAddress } from '../../../state/address'
import { useTakeBack } from '../../../state/changes'
import { asApiError, forget, load } from '../../../state/resource'
import { useRun } from '../../../state/run'
import type { changeOf } from './hazard'

/** Stores the hazard as one change with who and why; what was stored last can be taken back here. */
export function Keep({ change, refused, onStored }: { change: ReturnType<typeof changeOf>; refused: boolean; onStored: () => void }) {
  const { t } = useWords()
  const { region } = useRun()
  const { query, set } = useAddress()
  const takeBack = useTakeBack()
  const [error, setError] = useState<ApiError>()
  const stored = Number(query.bewaard)
  const nothing = change.put.length + change.remove.length === 0
  const store = async (who: string, note: string) => {
    const made = await send<Change>('POST', path('regios', region.id, 'wijzigingen'), { wie: who, notitie: note, ...change })
    setError(undefined)
    forget(path('regios'))
    onStored()
    if (made) set({ bewaard: String(made.nummer), teruggedraaid: undefined })
  }
  const undo = () => {
    takeBack(stored).then(
      () => {
        setError(undefined)
        load<{ dreigingen: HazardOption[] }>(path('regios', region.id, 'dreigingen')).then(
          ({ dreigingen }) => {
            // A hazard that was new is gone with its change: begin anew.
            const there = dreigingen.some((hazard) => hazard.id === query.dreiging)
            set({ bewaard: undefined, teruggedraaid: String(stored), ...(!there && { dreiging: undefined, ontwerp: undefined }) })
          },
          (reason: unknown) => setError(asApiError(reason)),
        )
      },
      (reason: unknown) => setError(asApiError(reason)),
    )
  }
  return (
    <StoreForm id="bewaren" title={t('keep.title')} label={t('keep.store')} disabled={nothing || refused} error={error} onStore={store}>
      <p className="small">{nothing ? t('keep.nothing') : t('keep.text', { put: change.put.length, remove: change.remove.length })}</p>
      {stored > 0 && (
        <StoredChange number={stored} onUndo={undo} />
      )}
      {query.teruggedraaid && (
        <Notice kind="ok" live>
          {t('keep.undone', { number: query.teruggedraaid })}
        </Notice>
      )}
    </StoreForm>
  )
}

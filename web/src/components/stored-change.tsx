import type { ApiError } from '../api/http'
import { useWords } from '../i18n'
import { useAddress } from '../state/address'
import { Button, Failure, Link, Notice } from './basics'

/** That a change was stored, with the way to look at it and to take it back. */
export function StoredChange({ number, error, onUndo }: { number: number; error?: ApiError | undefined; onUndo: () => void }) {
  const { t } = useWords()
  const { to } = useAddress()
  return (
    <Notice kind="ok" live>
      <p>{t('save.done', { number })}</p>
      {error && <Failure error={error} />}
      <p className="row">
        <Button onClick={onUndo}>{t('keep.undo', { number })}</Button>
        <Link href={to('/gegevens/verschillen', { van: String(number - 1), tot: String(number) })}>{t('history.difference.what', { number })}</Link>
      </p>
    </Notice>
  )
}

import { useState, type ReactNode } from 'react'
import type { ApiError } from '../api/http'
import { useWords } from '../i18n'
import { asApiError } from '../state/resource'
import { useStored } from '../state/stored'
import { Button, Failure, TextField } from './basics'

/**
 * Who changes something and why, and the button that stores it. A change has an author, so nothing is sent without one; the note
 * goes when the change is stored.
 *
 * @param keep     under which name a note that is not sent yet stays in the browser; without, it lives as long as the page
 * @param onStore  stores; what it is refused with is shown here
 * @param error    what is wrong with it already
 */
export function StoreForm({ id, title, heading: Heading = 'h2', children, label, className = 'card stack', keep, disabled, error, beside, onStore }: {
  id: string
  title: string
  heading?: 'h2' | 'h4'
  children?: ReactNode
  label: string
  className?: string
  keep?: string
  disabled: boolean
  error?: ApiError | undefined
  beside?: ReactNode
  onStore: (who: string, note: string) => Promise<void>
}) {
  const { t } = useWords()
  const [who, setWho] = useStored('wie', '')
  const [kept, setKept] = useStored(keep ?? 'notitie', '')
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState(false)
  const [refused, setRefused] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const note = keep ? kept : typed
  const setNote = keep ? setKept : setTyped
  const store = () => {
    if (who.trim() === '') {
      setMissing(true)
      return
    }
    setBusy(true)
    onStore(who, note)
      .then(
        () => {
          setRefused(undefined)
          setNote('')
        },
        (reason: unknown) => setRefused(asApiError(reason)),
      )
      .finally(() => setBusy(false))
  }
  // What it was refused with is about what was sent; what is wrong with what stands here now comes first.
  const shown = error ?? refused
  return (
    <form
      className={className}
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault()
        store()
      }}
    >
      <Heading id={id}>{title}</Heading>
      {children}
      {shown && <Failure error={shown} />}
      <div className="row row--end">
        <TextField
          label={t('save.who')}
          value={who}
          onChange={(value) => {
            setWho(value)
            setMissing(false)
          }}
          error={missing ? t('save.who.missing') : undefined}
        />
        <TextField label={t('save.note')} value={note} onChange={setNote} />
        <Button look="primary" type="submit" disabled={disabled || busy}>
          {label}
        </Button>
        {beside}
      </div>
    </form>
  )
}

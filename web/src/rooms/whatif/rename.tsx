import { useEffect, useRef, useState } from 'react'
import { path, send, type ApiError } from '../../api/http'
import type { Run } from '../../api/types'
import { Button, Failure, TextField } from '../../components/basics'
import { useWords } from '../../i18n'
import { asApiError, forget } from '../../state/resource'
import { longest, nameProblem } from './run-name'

/** A new name for a run, in the list: Enter keeps it, Escape leaves it as it was. */
export function Rename({ run, onDone }: { run: Run; onDone: () => void }) {
  const { t } = useWords()
  const [name, setName] = useState(run.naam || run.dreiging)
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<ApiError>()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.select(), [])
  const problem = nameProblem(name)
  const store = () => {
    setTried(true)
    if (problem) return
    send('PATCH', path('doorrekeningen', run.id), { naam: name.trim() }).then(
      () => {
        forget(path('doorrekeningen') + '?')
        onDone()
      },
      (reason: unknown) => setError(asApiError(reason)),
    )
  }
  return (
    <form
      ref={form}
      className="stack stack--tight rename"
      onSubmit={(event) => {
        event.preventDefault()
        store()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
    >
      <TextField label={t('run.rename')} value={name} onChange={setName} error={tried && problem ? t(`run.rename.${problem}`, { most: longest }) : undefined} />
      {error && <Failure error={error} />}
      <div className="row">
        <Button look="primary" type="submit">
          {t('run.rename.store')}
        </Button>
        <Button onClick={onDone}>{t('run.rename.leave')}</Button>
      </div>
    </form>
  )
}

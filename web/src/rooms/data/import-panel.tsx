import { useId, useState } from 'react'
import { ApiError, path, send, withQuery } from '../../api/http'
import type { Change } from '../../api/types'
import { Button, Check, Failure, Link, Notice } from '../../components/basics'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { forget } from '../../state/resource'
import { useRun } from '../../state/run'
import { readStored } from '../../state/stored'

const types: Record<string, string> = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

/** The file with the type that the server expects; a browser may not know the type of a CSV file. */
export function typed(file: File): Blob | undefined {
  const type = types[file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()]
  return type ? new Blob([file], { type }) : undefined
}

/** An XLSX or CSV file first shows what it would change; only then it is taken in. */
export function ImportPanel({ table }: { table: string }) {
  const { t, whole } = useWords()
  const { region } = useRun()
  const { to } = useAddress()
  const id = useId()
  const [file, setFile] = useState<Blob>()
  const [gone, setGone] = useState(false)
  const [preview, setPreview] = useState<Change>()
  const [done, setDone] = useState<Change>()
  const [error, setError] = useState<ApiError>()
  const post = (body: Blob, check: boolean, removing: boolean) =>
    send<Change>('POST', withQuery(path('regios', region.id, 'imports'), { tabel: table, controleer: check, verwijderOntbrekende: removing, wie: readStored('wie', '') || t('history.me') }), body)
  const fail = (reason: unknown) => {
    setPreview(undefined)
    setError(reason instanceof ApiError ? reason : new ApiError({ status: 0, title: '', detail: String(reason) }))
  }
  const look = (body: Blob | undefined, removing: boolean) => {
    setPreview(undefined)
    setDone(undefined)
    setError(undefined)
    if (body) post(body, true, removing).then(setPreview, fail)
  }
  const choose = (chosen: File | undefined) => {
    const body = chosen && typed(chosen)
    setFile(body)
    if (chosen && !body) fail(new ApiError({ status: 400, title: t('import.type'), detail: t('import.type.text') }))
    else look(body, gone)
  }
  const store = () => {
    if (!file) return
    post(file, false, gone).then((change) => {
      setPreview(undefined)
      setFile(undefined)
      setDone(change)
      forget(path('regios'))
    }, fail)
  }
  return (
    <details className="card card--quiet">
      <summary>{t('import.title')}</summary>
      <div className="stack">
        <p className="small">{t('import.text')}</p>
        <p className="small">
          <Link href={`${to('/gevolgen')}#voorbereid`}>{t('import.survey')}</Link>
        </p>
        <div className="field">
          <label htmlFor={id} className="utrecht-form-label">
            {t('import.file')}
          </label>
          <input id={id} type="file" accept=".xlsx,.csv" onChange={(event) => choose(event.target.files?.[0])} />
        </div>
        <Check
          label={t('import.gone')}
          checked={gone}
          onChange={(value) => {
            setGone(value)
            look(file, value)
          }}
        />
        {error && <Failure error={error} />}
        {preview && (
          <Notice title={t('import.preview')} live>
            <p>{t('history.rows', { put: whole(preview.telling.put), remove: whole(preview.telling.remove) })}</p>
            <Button look="primary" onClick={store} disabled={preview.telling.put + preview.telling.remove === 0}>
              {t('import.store')}
            </Button>
          </Notice>
        )}
        {done && (
          <Notice kind="ok" live>
            {t('save.done', { number: done.nummer })}
          </Notice>
        )}
      </div>
    </details>
  )
}

import { useState } from 'react'
import type { ApiError } from '../../api/http'
import { Button, Failure, Notice } from '../../components/basics'
import { FillTables } from '../../components/fill'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { asApiError } from '../../state/resource'
import { startRun, useRun } from '../../state/run'

/** A run that only tries something leaves out what takes long; this says so, and offers the whole of it. */
export function LeftOut() {
  const { t } = useWords()
  const { run } = useRun()
  const { set } = useAddress()
  const [error, setError] = useState<ApiError>()
  if (run.volledig) return null
  const whole = () => {
    startRun({ regio: run.regio, naam: `${run.naam} ${t('leftout.name')}`, dreiging: run.dreiging, seizoen: run.seizoen, start: run.start, duurUren: run.duurUren, herhalingen: run.herhalingen, aanpassing: run.aanpassing, volledig: true }).then(
      (fresh) => set({ run: fresh.id }, true),
      (reason: unknown) => setError(asApiError(reason)),
    )
  }
  return (
    <Notice kind="warning">
      <h2 id="weggelaten" className="notice-title">
        {t('leftout.title')}
      </h2>
      <p>{t('leftout.text')}</p>
      {error && <Failure error={error} />}
      <p>
        <Button onClick={whole}>{t('leftout.whole')}</Button>
      </p>
    </Notice>
  )
}

/** What the lead of a chapter that is not there says: that this run leaves it out, or why the region does not allow it. */
export function useNone(): (reason: string) => string {
  const { t } = useWords()
  const { run } = useRun()
  return (reason) => (run.volledig ? reason : t('leftout.lead'))
}

/** In place of such a chapter: the tables to fill, or the way to the whole run, which stands at the top of the room. */
export function Missing({ tables }: { tables: readonly string[] }) {
  const { t } = useWords()
  const { run } = useRun()
  if (run.volledig) return <FillTables tables={tables} />
  return (
    <p>
      <a href="#weggelaten">{t('leftout.how')}</a>
    </p>
  )
}

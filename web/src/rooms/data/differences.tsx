import { useMemo, useState } from 'react'
import { path, withQuery } from '../../api/http'
import type { ChangeHead, Changes, Difference } from '../../api/types'
import { Empty, Link, Loaded, Notice, Segments, Select, TextField } from '../../components/basics'
import { LongTable } from '../../components/table'
import { useWords, type Key } from '../../i18n'
import { instant } from '../../i18n/format'
import { useAddress } from '../../state/address'
import { useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import { differenceQuery, instantOf, linesOf, shownValue, spanOf, type DifferenceLine } from './stands'

/** What is different in the region between two dates or two changes: every cell, every row. */
export default function Differences() {
  const { t } = useWords()
  const { region } = useRun()
  const { to } = useAddress()
  const changes = useResource<Changes>(withQuery(path('regios', region.id, 'wijzigingen'), { paginaGrootte: 5000 }))
  return (
    <div className="stack stack--wide">
      <header className="stack">
        <p>
          <Link href={to('/gegevens')}>{t('difference.back')}</Link>
        </p>
        <h1>{t('difference.title')}</h1>
        <p className="lead">{t('difference.text')}</p>
      </header>
      <Loaded of={changes} lines={6}>
        {(data) => <Choice changes={data.wijzigingen} />}
      </Loaded>
    </div>
  )
}

function useStandOptions(changes: readonly ChangeHead[]): { value: string; label: string }[] {
  const { t, language } = useWords()
  return useMemo(
    () => [...changes.map((change) => ({ value: String(change.nummer), label: t('difference.stand', { number: change.nummer, when: instant(change.tijdstip, language), note: change.notitie || change.wie }) })), { value: '0', label: t('difference.empty') }],
    [changes, t, language],
  )
}

function Choice({ changes }: { changes: readonly ChangeHead[] }) {
  const { t } = useWords()
  const { query, set } = useAddress()
  const [now] = useState(() => new Date().toISOString())
  const options = useStandOptions(changes)
  const span = spanOf(query, changes, now)
  const asked = differenceQuery(span)
  const wrong = (local: string) => (instantOf(local) ? undefined : t('difference.moment.error'))
  return (
    <>
      <div className="row row--end card card--quiet controls">
        <Segments
          legend={t('difference.by')}
          value={span.by}
          options={[
            { value: 'wijziging', label: t('difference.by.change') },
            { value: 'tijd', label: t('difference.by.time') },
          ]}
          onChange={(value) => set({ op: value === 'tijd' ? value : undefined })}
        />
        {span.by === 'wijziging' ? (
          <>
            <Select label={t('difference.from')} value={span.from} options={options} onChange={(value) => set({ van: value }, true)} />
            <Select label={t('difference.to')} value={span.to} options={options} onChange={(value) => set({ tot: value }, true)} />
          </>
        ) : (
          <>
            <TextField label={t('difference.from')} type="datetime-local" value={span.from} error={wrong(span.from)} onChange={(value) => set({ vanop: value || '-' })} />
            <TextField label={t('difference.to')} type="datetime-local" value={span.to} error={wrong(span.to)} onChange={(value) => set({ totop: value || '-' })} />
          </>
        )}
      </div>
      {asked && <Answer asked={asked} changes={changes} />}
    </>
  )
}

function Answer({ asked, changes }: { asked: Record<string, string>; changes: readonly ChangeHead[] }) {
  const { region } = useRun()
  const difference = useResource<Difference>(withQuery(path('regios', region.id, 'verschillen'), asked))
  return <Loaded of={difference}>{(data) => <Lines difference={data} made={data.tot === data.van + 1 ? changes.find((change) => change.nummer === data.tot) : undefined} />}</Loaded>
}

function Lines({ difference, made }: { difference: Difference; made: ChangeHead | undefined }) {
  const { t, whole, language } = useWords()
  const { query, set, to } = useAddress()
  const lines = useMemo(() => linesOf(difference), [difference])
  const { toegevoegd, verwijderd, gewijzigd } = difference.telling
  const table = difference.tabellen.some((item) => item.naam === query.tabel) ? query.tabel : undefined
  const shown = table ? lines.filter((line) => line.table === table) : lines
  if (toegevoegd + verwijderd + gewijzigd === 0)
    return (
      <div role="status">
        <Empty title={t('difference.same', { from: difference.van, to: difference.tot })} />
      </div>
    )
  return (
    <section className="stack" aria-labelledby="lines">
      <h2 id="lines">{t('difference.between', { from: difference.van, to: difference.tot })}</h2>
      {made && <p>{t('difference.made', { who: made.wie, when: instant(made.tijdstip, language), note: made.notitie })}</p>}
      <p role="status">{t('difference.count', { added: whole(toegevoegd), removed: whole(verwijderd), changed: whole(gewijzigd) })}</p>
      {difference.rijenWeggelaten ? (
        <Notice kind="warning" title={t('difference.many')}>
          {t('difference.many.text')}
        </Notice>
      ) : (
        <>
          <div className="row">
            <Select label={t('difference.table')} value={table ?? ''} options={[{ value: '', label: t('difference.table.all') }, ...difference.tabellen.map((item) => ({ value: item.naam, label: t(`table.${item.naam}` as Key) }))]} onChange={(value) => set({ tabel: value })} />
          </div>
          <LongTable
            caption={t('difference.caption')}
            rows={shown}
            id={(line) => line.key}
            columns={[
              { key: 'table', label: t('difference.table'), sort: (line) => t(`table.${line.table}` as Key), cell: (line) => t(`table.${line.table}` as Key) },
              { key: 'row', label: t('difference.row'), header: true, sort: (line) => line.row, cell: (line) => (line.what === 'removed' ? line.row : <Link href={to('/gegevens', { tabel: line.table, rij: line.row })}>{line.row}</Link>) },
              { key: 'what', label: t('difference.what'), sort: (line) => line.what, cell: (line) => <What what={line.what} /> },
              { key: 'column', label: t('difference.column'), sort: (line) => line.column, cell: (line) => line.column || '–' },
              { key: 'from', label: t('difference.was'), cell: (line) => shownValue(line.from, language) },
              { key: 'to', label: t('difference.becomes'), cell: (line) => shownValue(line.to, language) },
            ]}
          />
        </>
      )}
    </section>
  )
}

function What({ what }: { what: DifferenceLine['what'] }) {
  const { t } = useWords()
  const look = what === 'added' ? 'tag tag--good' : what === 'removed' ? 'tag tag--bad' : 'tag tag--warn'
  const sign = what === 'added' ? '+' : what === 'removed' ? '−' : '≠'
  return <span className={look}>{`${sign} ${t(`difference.${what}`)}`}</span>
}

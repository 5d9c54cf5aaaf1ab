import { useDeferredValue, useMemo } from 'react'
import { path } from '../../api/http'
import type { Evidence } from '../../api/types'
import { Check, Empty, Link, Loaded, Select, TextField } from '../../components/basics'
import { WithNote } from '../../components/figures'
import { LongTable } from '../../components/table'
import { useWords, type Key } from '../../i18n'
import { useAddress } from '../../state/address'
import { useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import { evidenceFound, webSource } from './figures'
import { Part } from '../../components/part'

type Figure = Evidence['onderbouwingen'][number]
const levels = ['measured', 'register', 'published', 'estimate', 'assumption'] as const

/** Every figure of the model with its source, how sure it is and where it is used. */
export function EvidencePart() {
  const { t, whole } = useWords()
  const { region } = useRun()
  const { query } = useAddress()
  const list = useResource<Evidence>(path('regios', region.id, 'onderbouwingen'))
  return (
    <Part id="onderbouwing" title={t('consequences.evidence')} asked={query.cijfer !== undefined} answer={<p className="lead measure">{list.data ? t('evidence.summary', { all: whole(list.data.onderbouwingen.length), assumed: whole(list.data.onderbouwingen.filter((figure) => figure.zekerheid === 'assumption').length) }) : t('evidence.text')}</p>}>
      <p className="measure">{t('evidence.text')}</p>
      <Loaded of={list} lines={8}>{(data) => <Figures figures={data.onderbouwingen} />}</Loaded>
    </Part>
  )
}

function Figures({ figures }: { figures: readonly Figure[] }) {
  const { t, whole, decimal } = useWords()
  const { query, set, to } = useAddress()
  const words = useDeferredValue(query.cijfer ?? '')
  const rows = useMemo(() => evidenceFound(figures, words, query.zekerheid, query.ongebruikt === 'ja'), [figures, words, query.zekerheid, query.ongebruikt])
  const placeOf = (place: string) => {
    const [table, column] = place.split('.')
    return t('evidence.place', { table: t(`table.${table}` as Key), column: t(`column.${column}` as Key) })
  }
  const where = (figure: Figure) =>
    figure.gebruik.map(({ plaats, rijen }) => (plaats.startsWith('rule:') ? t(`evidence.rule.${plaats.slice(5)}` as Key) : plaats.startsWith('from:') ? t('evidence.from', { id: plaats.slice(5) }) : t('evidence.rows', { place: placeOf(plaats), rows: rijen })))
  const number = (value: number) => decimal(value, 4)
  return (
    <div className="stack">
      <div className="row row--end controls">
        <TextField label={t('evidence.search')} value={query.cijfer ?? ''} inputMode="search" onChange={(value) => set({ cijfer: value })} />
        <Select label={t('confidence')} value={query.zekerheid ?? ''} options={[{ value: '', label: t('evidence.any') }, ...levels.map((level) => ({ value: level, label: t(`confidence.${level}`) }))]} onChange={(value) => set({ zekerheid: value })} />
        <Check label={t('evidence.unused')} checked={query.ongebruikt === 'ja'} onChange={(checked) => set({ ongebruikt: checked ? 'ja' : undefined })} />
      </div>
      <p role="status" className="small">
        {t('evidence.count', { shown: whole(rows.length), all: whole(figures.length), assumed: whole(rows.filter((row) => row.zekerheid === 'assumption').length) })}
      </p>
      {rows.length === 0 ? (
        <Empty title={t('evidence.none')} />
      ) : (
        <LongTable
          caption={t('consequences.evidence')}
          rows={rows}
          id={(figure) => figure.id}
          rowHeight={84}
          height="32rem"
          columns={[
            {
              key: 'what',
              label: t('test.figure'),
              header: true,
              sort: (figure) => figure.onderwerp,
              cell: (figure) => (
                <>
                  {figure.onderwerp}
                  {figure.naam && `: ${figure.naam}`}
                  <br />
                  <Link className="small" href={to('/gegevens', { tabel: 'parameters', zoek: figure.id })}>
                    {figure.id}
                  </Link>
                </>
              ),
            },
            { key: 'value', label: t('evidence.value'), numeric: true, sort: (figure) => figure.gewoon, cell: (figure) => <WithNote value={`${number(figure.gewoon)} ${t(`unit.${figure.eenheid}` as Key)}`} note={`${number(figure.laag)} – ${number(figure.hoog)}`} /> },
            { key: 'confidence', label: t('confidence'), sort: (figure) => levels.indexOf(figure.zekerheid), cell: (figure) => t(`confidence.${figure.zekerheid}`) },
            {
              key: 'source',
              minor: true,
              label: t('test.source'),
              sort: (figure) => figure.bron || null,
              cell: (figure) => {
                const web = webSource(figure.bronAdres)
                return (
                  <span className="small">
                    {web?.host === figure.bron.replace(/^www\./, '') ? '' : `${figure.bron} `}
                    {web && (
                      <a href={web.href} rel="noreferrer">
                        {web.host}
                      </a>
                    )}
                  </span>
                )
              },
            },
            { key: 'used', minor: true, label: t('evidence.used'), numeric: true, sort: (figure) => figure.aantalGebruikt, cell: (figure) => whole(figure.aantalGebruikt) },
            { key: 'where', minor: true, label: t('evidence.where'), cell: (figure) => <span className="small break">{where(figure).join(', ') || t('evidence.idle')}</span> },
          ]}
        />
      )}
    </div>
  )
}

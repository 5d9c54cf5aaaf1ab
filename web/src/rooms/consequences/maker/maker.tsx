import { useMemo, useState } from 'react'
import { path } from '../../../api/http'
import type { Column, Row, Table } from '../../../api/types'
import { Button, Failure, Link, Loaded, Notice, Segments, Select, Skeleton, TextField } from '../../../components/basics'
import { useWords, type Key } from '../../../i18n'
import { parseNumber, shownNumber } from '../../../i18n/format'
import { useAddress } from '../../../state/address'
import { packed, unpacked } from '../../../state/packed'
import { useResource } from '../../../state/resource'
import { useRun } from '../../../state/run'
import { readStored, writeStored } from '../../../state/stored'
import { Cell } from '../../data/cell'
import { errorsByCell } from '../../data/draft'
import { Combination } from './combination'
import { Compute } from './compute'
import { changeOf, combinesOf, editsOf, hazardNow, isCombination, isPlainEdits, longestHit, noEdits, renamed, stretched, unaimedShocks, withHazardCells, withNewShock, withoutShock, withShockCells, type Base, type Beginning, type Edits } from './hazard'
import { Keep } from './keep'
import { ShockTable } from './shock-table'
import { Story } from './story'
import { useBase } from './use-base'
import { useStory } from './use-story'

/** The server takes an address of 4,000 bytes; what does not fit stays in this browser. */
const longestDraft = 3000
const hints: ReadonlySet<string> = new Set(['id', 'season', 'horizon_h', 'source'])

export default function HazardMaker() {
  const { t } = useWords()
  const { region, hazards } = useRun()
  const { query, set, to } = useAddress()
  const tables = useResource<{ tabellen: Table[] }>(path('regios', region.id, 'tabellen'))
  const beginning: Beginning = query.dreiging ? 'stored' : query.van ? 'copy' : 'empty'
  const from = query.dreiging ?? query.van ?? ''
  const { base, error } = useBase(beginning, from)
  return (
    <div className="stack stack--wide">
      <header className="stack">
        <p className="no-print">
          <Link href={`${to('/gevolgen')}#dreigingen`}>{t('maker.back')}</Link>
        </p>
        <h1>{t('maker.title')}</h1>
        <p className="lead measure">{t('maker.text')}</p>
      </header>
      <Start beginning={beginning} from={from} onStart={(patch) => set({ van: undefined, dreiging: undefined, ontwerp: undefined, bewaard: undefined, teruggedraaid: undefined, loop: undefined, ...patch }, true)} />
      {error ? (
        <Failure error={error} onRetry={() => set({ van: undefined, dreiging: undefined, ontwerp: undefined }, true)} />
      ) : (
        <Loaded of={tables} lines={8}>
          {(data) => (base ? <Bench key={`${beginning}/${from}`} base={base} tables={data.tabellen} taken={new Set(hazards.map((hazard) => hazard.id))} /> : <Skeleton lines={8} />)}
        </Loaded>
      )}
    </div>
  )
}

/** What it begins with: nothing, a copy of a stored hazard, or the stored hazard itself. */
function Start({ beginning, from, onStart }: { beginning: Beginning; from: string; onStart: (patch: Record<string, string | undefined>) => void }) {
  const { t, name } = useWords()
  const { hazards } = useRun()
  const first = hazards[0]?.id
  const choose = (how: Beginning, id: string | undefined) => onStart(how === 'empty' ? {} : { [how === 'copy' ? 'van' : 'dreiging']: id ?? first })
  return (
    <section className="card card--quiet row row--end" aria-label={t('maker.start')}>
      <Segments
        legend={t('maker.start')}
        value={beginning}
        options={(['empty', 'copy', 'stored'] as const).map((how) => ({ value: how, label: t(`maker.start.${how}`) }))}
        onChange={(how) => choose(how as Beginning, from || first)}
      />
      {beginning !== 'empty' && <Select label={t('word.hazard')} value={from} options={[...(hazards.some((item) => item.id === from) ? [] : [{ value: from, label: from }]), ...hazards.map((item) => ({ value: item.id, label: name(item.naam) }))]} onChange={(id) => choose(beginning, id)} />}
    </section>
  )
}

/** The edits stand in the address, so that a link shows them; where they are too long for one, in this browser. */
function useEdits(base: Base): { edits: Edits; put: (edits: Edits) => void; tooLong: boolean } {
  const { query, set } = useAddress()
  const place = `dreiging/${base.beginning}/${base.hazard.id}`
  const [long, setLong] = useState<unknown>(() => readStored<unknown>(place, undefined))
  const tooLong = query.ontwerp === 'hier'
  const edits = useMemo(() => editsOf(tooLong ? long : query.ontwerp ? unpacked(query.ontwerp) : undefined) ?? noEdits, [query.ontwerp, tooLong, long])
  const put = (next: Edits) => {
    const text = packed(next)
    if (isPlainEdits(next)) return set({ ontwerp: undefined })
    if (text.length <= longestDraft) return set({ ontwerp: text })
    writeStored(place, next)
    setLong(next)
    set({ ontwerp: 'hier' })
  }
  return { edits, put, tooLong }
}

function Bench({ base, tables, taken }: { base: Base; tables: readonly Table[]; taken: ReadonlySet<string> }) {
  const { t } = useWords()
  const { set } = useAddress()
  const { hazards } = useRun()
  const { edits, put, tooLong } = useEdits(base)
  const now = useMemo(() => hazardNow(base, edits, taken), [base, edits, taken])
  const change = useMemo(() => changeOf(base, now), [base, now])
  const id = now.row.id ?? ''
  const judged = useStory(id, change)
  // What is empty and was not come to yet is no mistake: it is said kindly, and as an error once the reader left the field.
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const touch = (table: string, row: string, column: string) => setTouched((now) => new Set([...now, `${table}/${row}/${column}`]))
  const all = useMemo(() => errorsByCell(judged.error?.problem.invalidParams), [judged.error])
  const rows = new Map([[`hazards/${now.row.id}`, now.row], ...now.shocks.map((shock) => [`shocks/${shock.row.id}`, shock.row] as const)])
  const early = [...all.keys()].filter((key) => {
    const cut = key.lastIndexOf('/')
    const value = rows.get(key.slice(0, cut))?.[key.slice(cut + 1)]
    return (value ?? '') === '' && rows.has(key.slice(0, cut)) && !touched.has(key)
  })
  const errors = new Map([...all].filter(([key]) => !early.includes(key)))
  const unfilled = early.map((key) => {
    const column = key.slice(key.lastIndexOf('/') + 1)
    return key.startsWith('hazards/') ? t(`maker.${column}` as Key) : t('story.unfilled.event', { what: t(`shocks.${column}` as Key) })
  })
  const unaimed = useMemo(() => unaimedShocks(base, now.shocks), [base, now])
  const refused = judged.error !== undefined && judged.error.status >= 400 && judged.error.status < 500
  const columns = (name: string) => tables.find((table) => table.naam === name)?.kolommen ?? []
  const combination = isCombination(now.row)
  const cells = (row: Row) => put(withHazardCells(edits, row.name_nl === undefined ? row : { ...row, ...renamed(base, now.row, row.name_nl) }))
  const kind = (value: string) => {
    if (value === 'combination') {
      const [a, b] = hazards.filter((item) => item.id !== id)
      cells({ family: 'combination', combines: combinesOf([{ hazard: a?.id ?? '', from: '0' }, { hazard: b?.id ?? '', from: '12' }]) })
    } else cells({ family: base.hazard.family && base.hazard.family !== 'combination' ? base.hazard.family : 'power', combines: '' })
  }
  const stored = () => set({ dreiging: id, van: undefined, ontwerp: undefined })
  return (
    <div className="maker">
      {tooLong && (
        <div className="maker__wide">
          <Notice kind="warning">{t('maker.long')}</Notice>
        </div>
      )}
      <section className="card stack" aria-labelledby="wat">
        <h2 id="wat">{t('maker.what')}</h2>
        <HazardFields columns={columns('hazards')} base={base} row={now.row} errors={errors} onEdit={cells} onTouch={(column) => touch('hazards', id, column)} />
        <Segments legend={t('maker.kind')} value={combination ? 'combination' : 'own'} options={[{ value: 'own', label: t('maker.own') }, { value: 'combination', label: t('maker.combination') }]} onChange={kind} />
      </section>
      <Story judged={judged} id={id} unfilled={unfilled} onlyUnfilled={unfilled.length > 0 && errors.size === 0} unaimed={unaimed.size} />
      <section className="card stack maker__wide" aria-labelledby="gebeurtenissen">
        <h2 id="gebeurtenissen">{t(combination ? 'parts.title' : 'shocks.title')}</h2>
        <p className="small measure">{t(combination ? 'parts.text' : 'shocks.text')}</p>
        {combination ? (
          <Combination hazard={now.row} error={errors.get(`hazards/${id}/combines`)} onEdit={cells} />
        ) : (
          <>
            <Longest hours={longestHit(now.shocks)} onHours={(hours) => put(stretched(edits, now.shocks, hours))} />
            <ShockTable columns={columns('shocks')} shocks={now.shocks} errors={errors} unaimed={unaimed} onTouch={(row, column) => touch('shocks', row, column)} onEdit={(key, row) => put(withShockCells(edits, key, row))} onAdd={() => put(withNewShock(edits))} onRemove={(key) => put(withoutShock(edits, key))} />
          </>
        )}
        {!isPlainEdits(edits) && (
          <p>
            <Button look="subtle" onClick={() => put(noEdits)}>
              {t('whatif.clear')}
            </Button>
          </p>
        )}
      </section>
      <Compute hazard={now.row} change={change} refused={refused || judged.checking} />
      <Keep change={change} refused={refused || judged.checking} onStored={stored} />
    </div>
  )
}

function HazardFields({ columns, base, row, errors, onEdit, onTouch }: { columns: readonly Column[]; base: Base; row: Row; errors: ReadonlyMap<string, string>; onEdit: (cells: Row) => void; onTouch: (column: string) => void }) {
  const { t } = useWords()
  const error = (name: string) => errors.get(`hazards/${row.id}/${name}`)
  const cell = (name: string, word?: (choice: string) => string) => {
    const column = columns.find((item) => item.naam === name)
    if (!column) return null
    return <Cell column={column} label={t(`maker.${name}` as Key)} hint={hints.has(name) ? t(`maker.${name}.hint` as Key) : ''} value={row[name] ?? ''} error={error(name)} fixed={name === 'id' && base.beginning === 'stored'} onChange={(value) => onEdit({ [name]: value })} onLeave={() => onTouch(name)} {...(word && { word })} />
  }
  return (
    <div className="fields">
      {cell('name_nl')}
      {cell('name_en')}
      {cell('id')}
      {cell('season', (choice) => t(`season.${choice as 'winter'}`))}
      <TextField label={t('maker.start_at')} hint={t('maker.start_at.hint')} type="datetime-local" value={(row.start ?? '').slice(0, 16)} error={error('start')} onChange={(value) => onEdit({ start: value })} />
      {cell('horizon_h')}
      {!isCombination(row) && cell('family', (choice) => t(`family.${choice}` as Key))}
      {cell('source')}
      {cell('confidence')}
    </div>
  )
}

/** The length of the hazard as one figure: all shocks stretch along. */
function Longest({ hours, onHours }: { hours: number; onHours: (hours: number) => void }) {
  const { t, language } = useWords()
  if (hours <= 0) return null
  return <Length key={hours} hours={hours} onHours={onHours} label={t('maker.length')} hint={t('maker.length.hint')} text={shownNumber(String(hours), language)} />
}

function Length({ hours, text, label, hint, onHours }: { hours: number; text: string; label: string; hint: string; onHours: (hours: number) => void }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(text)
  const value = parseNumber(typed)
  const wrong = value === undefined || value <= 0 || value > 1080
  return (
    <form
      className="row row--end"
      onSubmit={(event) => {
        event.preventDefault()
        if (!wrong && value !== hours) onHours(value)
      }}
    >
      <TextField label={label} hint={hint} value={typed} onChange={setTyped} short inputMode="decimal" error={wrong ? t('maker.length.error') : undefined} />
      <Button type="submit" disabled={wrong || value === hours}>
        {t('maker.stretch')}
      </Button>
    </form>
  )
}

import { useEffect, useMemo, useRef } from 'react'
import type { MeasurePlan, MeasureRow, Row } from '../../api/types'
import { Button, Failure, Link, Notice, Select, TextField, Unconfirmed } from '../../components/basics'
import { focusTitle, Part } from '../../components/part'
import { LongTable, type TableColumn } from '../../components/table'
import { useWords } from '../../i18n'
import { month } from '../../i18n/format'
import { useAddress } from '../../state/address'
import { useRun } from '../../state/run'
import { useRows } from '../data/use-rows'
import { changedSince, perThousand, search, sortingOf, standingOf, standings, textOfSorting, type Standing } from './money'
import { MoneyField } from './money-field'
import { costsOf, costsText } from './question'
import { MeasureLink, MeasureList, useNames } from './words'

const tones: Record<Standing, string> = { chosen: 'tag tag--good', left: 'tag', others: 'tag', silent: 'tag tag--warn' }
const signs: Record<Standing, string> = { chosen: '✓', left: '○', others: '→', silent: '?' }

function StandingTag({ measure }: { measure: MeasureRow }) {
  const { t } = useWords()
  const standing = standingOf(measure)
  return <span className={tones[standing]}>{`${signs[standing]} ${standing === 'chosen' ? t('money.standing.year', { year: measure.year ?? '' }) : t(`money.standing.${standing}`)}`}</span>
}

/** Where a figure comes from, in words: `layout` is what the makers of the region assumed themselves. */
function useSourceName(): (source: string | undefined) => string {
  const { t } = useWords()
  return (source) => (!source ? '–' : source === 'layout' ? t('money.source.layout') : source)
}

/** Every measure of the region, in the plan or not; figures are changed in Gegevens. */
export function Catalogue({ plan, studied }: { plan: MeasurePlan; studied: MeasurePlan }) {
  const { t, name, whole, euros, large } = useWords()
  const { query, set, to } = useAddress()
  const { region } = useRun()
  const nameOf = useNames(plan)
  const rows = useRows(region.id, 'measures', '', undefined, region.versie)
  const { more } = rows
  useEffect(more, [more])
  // Costs that are tried out are no change of the tables: what was studied is held beside them.
  const now = useMemo(() => new Map(rows.rows.map((row) => [row.id ?? '', row])), [rows.rows])
  const complete = rows.total !== undefined && rows.rows.length >= rows.total
  const changed = useMemo(() => (complete ? changedSince(studied.measures, rows.rows) : []), [complete, studied, rows.rows])
  const choice = { text: query.zoek ?? '', track: query.spoor ?? '', pillar: query.pijler ?? '', phase: query.fase ?? '', standing: query.keuze ?? '' }
  const shown = search(plan.measures, choice)
  const silent = plan.measures.filter((measure) => standingOf(measure) === 'silent').length
  const tracks = [...new Set(plan.measures.map((measure) => measure.track))].sort()
  const pillars = [...new Set(plan.measures.map((measure) => measure.pillar))].sort((a, b) => a - b)
  const phases = (['before', 'first_72h', 'after'] as const).filter((phase) => plan.measures.some((measure) => measure.phase === phase))
  const all = { value: '', label: t('money.all') }
  const chosen = plan.measures.find((measure) => measure.id === query.maatregel)
  const dataLink = (measure: MeasureRow) => to('/gegevens', { tabel: 'measures', rij: measure.id, zoek: measure.id })
  const sourceOf = useSourceName()
  const columns: TableColumn<MeasureRow>[] = [
    {
      key: 'name',
      label: t('money.measure'),
      header: true,
      sort: (measure) => name(measure.name),
      cell: (measure) => (
        <>
          <MeasureLink id={measure.id} nameOf={nameOf} />
          <br />
          <StandingTag measure={measure} />
        </>
      ),
    },
    { key: 'owner', minor: true, label: t('money.owner'), sort: (measure) => measure.owner, cell: (measure) => measure.owner },
    { key: 'track', minor: true, label: t('money.track'), sort: (measure) => measure.track, cell: (measure) => t(`money.track.${measure.track as 'car'}`) },
    { key: 'pillar', minor: true, label: t('money.pillar'), numeric: true, sort: (measure) => measure.pillar, cell: (measure) => measure.pillar },
    { key: 'phase', minor: true, label: t('money.phase'), sort: (measure) => measure.phase, cell: (measure) => t(`money.phase.${measure.phase as 'after'}`) },
    { key: 'once', label: t('money.once'), numeric: true, sort: (measure) => measure.cost_once_eur, cell: (measure) => <span className="nowrap">{euros(measure.cost_once_eur)}</span> },
    { key: 'yearly', minor: true, label: t('money.yearly'), numeric: true, sort: (measure) => measure.cost_year_eur, cell: (measure) => <span className="nowrap">{euros(measure.cost_year_eur)}</span> },
    { key: 'lead', minor: true, label: t('money.lead_time'), numeric: true, sort: (measure) => measure.lead_time_months, cell: (measure) => whole(measure.lead_time_months) },
    { key: 'gain', label: t('money.perthousand'), numeric: true, sort: perThousand, cell: (measure) => (measure.worth ? large(perThousand(measure)) : '–') },
    {
      key: 'rules',
      minor: true,
      label: t('money.conditions'),
      cell: (measure) =>
        measure.requires.length + measure.excludes.length === 0 ? (
          '–'
        ) : (
          <>
            {measure.requires.length > 0 && (
              <>
                {t('money.requires')}
                <MeasureList ids={measure.requires} nameOf={nameOf} />
              </>
            )}
            {measure.excludes.length > 0 && (
              <>
                {t('money.excludes')}
                <MeasureList ids={measure.excludes} nameOf={nameOf} />
              </>
            )}
          </>
        ),
    },
    {
      key: 'source',
      minor: true,
      label: t('money.source'),
      sort: (measure) => measure.confidence,
      cell: (measure) => (
        <>
          {t(`confidence.${measure.confidence as 'assumption'}`)}
          {now.get(measure.id)?.source && <span className="soft small">{` · ${sourceOf(now.get(measure.id)?.source)}`}</span>}
        </>
      ),
    },
    {
      key: 'edit',
      minor: true,
      label: t('money.edit'),
      cell: (measure) => (
        <Link href={dataLink(measure)} aria-label={t('money.edit.what', { name: name(measure.name) })}>
          {t('money.edit.short')}
        </Link>
      ),
    },
  ]
  return (
    <Part
      id="catalogue"
      title={t('money.part.catalogue')}
      holds={['measure']}
      asked={query.maatregel ?? (Object.values(choice).some(Boolean) || query.volgorde !== undefined)}
      answer={
        <>
          <p>
            {t('money.catalogue.text', { count: whole(plan.measures.length), chosen: whole(plan.measures.filter((measure) => standingOf(measure) === 'chosen').length), silent: whole(silent) })} <Unconfirmed />
          </p>
          {rows.error && <Failure error={rows.error} />}
          {changed.length > 0 && (
            <Notice kind="warning" title={t('money.changed')}>
              <p>{t('money.changed.text', { count: whole(changed.length), names: changed.slice(0, 5).map(nameOf).join('; ') + (changed.length > 5 ? '; …' : '') })}</p>
            </Notice>
          )}
        </>
      }
    >
      <p className="measure">{t('money.catalogue.change')}</p>
      <div className="row row--end controls filters">
        <TextField label={t('money.search')} value={choice.text} onChange={(value) => set({ zoek: value })} inputMode="search" />
        <Select label={t('money.standing')} value={choice.standing} options={[all, ...standings.map((value) => ({ value, label: t(`money.standing.${value}`) }))]} onChange={(value) => set({ keuze: value })} />
        <Select label={t('money.track')} value={choice.track} options={[all, ...tracks.map((value) => ({ value, label: t(`money.track.${value as 'car'}`) }))]} onChange={(value) => set({ spoor: value })} />
        <Select label={t('money.pillar')} value={choice.pillar} options={[all, ...pillars.map((value) => ({ value: String(value), label: t(`money.pillar.${String(value) as '1'}`) }))]} onChange={(value) => set({ pijler: value })} />
        <Select label={t('money.phase')} value={choice.phase} options={[all, ...phases.map((value) => ({ value, label: t(`money.phase.${value}`) }))]} onChange={(value) => set({ fase: value })} />
      </div>
      {chosen && <Detail key={chosen.id} measure={chosen} known={studied.measures.find((measure) => measure.id === chosen.id) ?? chosen} row={now.get(chosen.id)} nameOf={nameOf} dataLink={dataLink(chosen)} />}
      <p role="status">{t('money.found', { shown: whole(shown.length), all: whole(plan.measures.length) })}</p>
      {shown.length > 0 && <LongTable caption={t('money.catalogue.caption')} rowHeight={64} rows={shown} id={(measure) => measure.id} columns={columns} chosen={chosen?.id} {...startOf(query.volgorde)} onSorted={(sorting) => set({ volgorde: textOfSorting(sorting) })} />}
    </Part>
  )
}

function startOf(text: string | undefined) {
  const start = sortingOf(text)
  return start ? { start } : {}
}

/** Other costs than those of the study, to see what they do to the package; stored nowhere but in the address. */
function TryCost({ measure }: { measure: MeasureRow }) {
  const { t, name } = useWords()
  const { query, set } = useAddress()
  const costs = costsOf(query.kosten)
  const now = costs[measure.id] ?? { once: measure.cost_once_eur, yearly: measure.cost_year_eur }
  const change = (part: Partial<typeof now>) => set({ kosten: costsText({ ...costs, [measure.id]: { ...now, ...part } }) })
  return (
    <fieldset className="stack stack--tight plain">
      <legend>
        <strong>{t('money.trycost')}</strong>
      </legend>
      <MoneyField label={t('money.once')} value={now.once} usual={[measure.cost_once_eur]} onChange={(once) => change({ once })} />
      <MoneyField label={t('money.yearly')} value={now.yearly} usual={[measure.cost_year_eur]} onChange={(yearly) => change({ yearly })} />
      <p className="small soft">{t('money.trycost.text', { name: name(measure.name) })}</p>
    </fieldset>
  )
}

/** One measure whole: who answers for it, what it changes, what it is worth by itself, and where its figures are changed. `known`: as it was in the study, without costs that are tried out. */
function Detail({ measure, known, row, nameOf, dataLink }: { measure: MeasureRow; known: MeasureRow; row: Row | undefined; nameOf: (id: string) => string; dataLink: string }) {
  const { t, name, language, euros, large, decimal, whole } = useWords()
  const { set, to } = useAddress()
  const { results } = useRun()
  const sourceOf = useSourceName()
  const heading = useRef<HTMLHeadingElement>(null)
  const organisations = new Map(results.data?.organisations.map((item) => [item.id, item.name]))
  const people = (ids: readonly string[]) => (ids.length === 0 ? '–' : ids.map((id) => organisations.get(id) ?? id).join(', '))
  const worth = measure.worth
  // Whoever follows a link to a measure from another part of the page arrives at what is said of it.
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'center' })
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <article className="card stack" aria-labelledby="measure">
      <div className="row row--between">
        <h3 id="measure" tabIndex={-1} ref={heading}>
          {name(measure.name)}
        </h3>
        <Button
          look="subtle"
          onClick={() => {
            focusTitle('catalogue')
            set({ maatregel: undefined })
          }}
        >
          {t('money.close')}
        </Button>
      </div>
      <p className="row">
        <StandingTag measure={measure} /> <Unconfirmed />
      </p>
      {!measure.expressed && <p>{t('money.silent.text')}</p>}
      <dl className="dl">
        <dt>{t('money.change')}</dt>
        <dd>
          {measure.change || '–'} {measure.expressed && <Link href={to('/gegevens', { tabel: 'measure_changes', zoek: measure.id })}>{t('money.change.rows')}</Link>}
        </dd>
        <dt>{t('money.task')}</dt>
        <dd>{measure.task || '–'}</dd>
        <dt>{t('money.owner')}</dt>
        <dd>{measure.owner}</dd>
        <dt>{t('money.accountable')}</dt>
        <dd>{measure.accountable}</dd>
        <dt>{t('money.consulted')}</dt>
        <dd>{people(measure.consulted)}</dd>
        <dt>{t('money.informed')}</dt>
        <dd>{people(measure.informed)}</dd>
        <dt>{t('money.payer')}</dt>
        <dd>{measure.payer}</dd>
        <dt>{t('money.costs')}</dt>
        <dd>{t('money.costs.value', { once: euros(measure.cost_once_eur), yearly: euros(measure.cost_year_eur), plan: euros(measure.cost_eur) })}</dd>
        <dt>{t('money.lead_time')}</dt>
        <dd>
          {whole(measure.lead_time_months)}
          {measure.working_from && ` – ${t('money.working', { month: month(measure.working_from, language) })}`}
        </dd>
        <dt>{t('money.requires')}</dt>
        <dd>
          <MeasureList ids={measure.requires} nameOf={nameOf} />
        </dd>
        <dt>{t('money.excludes')}</dt>
        <dd>
          <MeasureList ids={measure.excludes} nameOf={nameOf} />
        </dd>
        <dt>{t('money.source')}</dt>
        <dd>
          {sourceOf(row?.source)} ({t(`confidence.${measure.confidence as 'assumption'}`)})
        </dd>
        {worth && (
          <>
            <dt>{t('money.alone')}</dt>
            <dd>{t('money.alone.value', { hours: large(worth.unmet_h.value), hoursSe: large(worth.unmet_h.se), tail: large(worth.tail_h.value), tailSe: large(worth.tail_h.se), gaps: decimal(worth.gaps.value, 2), gapsSe: decimal(worth.gaps.se, 2) })}</dd>
            {measure.worth_few && measure.worth_many && (
              <>
                <dt>{t('money.uptake')}</dt>
                <dd>{t('money.uptake.value', { few: large(measure.worth_few.unmet_h.value), expected: large(worth.unmet_h.value), many: large(measure.worth_many.unmet_h.value) })}</dd>
              </>
            )}
          </>
        )}
      </dl>
      <TryCost measure={known} />
      <p>
        <Link href={dataLink}>{t('money.edit')}</Link> – {t('money.edit.text')}
      </p>
    </article>
  )
}

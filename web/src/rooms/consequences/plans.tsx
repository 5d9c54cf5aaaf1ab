import type { Consequence, Results } from '../../api/types'
import { Segments, Unconfirmed } from '../../components/basics'
import { FillTables } from '../../components/fill'
import { WithNote } from '../../components/figures'
import { PlainTable } from '../../components/table'
import { useWords, type Key } from '../../i18n'
import { useAddress } from '../../state/address'
import { countCoverage, coverageOf, tracksOf, uncoveredFirst, type Coverage } from './figures'
import { Part } from '../../components/part'

/** How far plans cover a consequence: colour, sign and word. */
export function CoverageTag({ coverage }: { coverage: Coverage }) {
  const { t } = useWords()
  const sign = { covered: '✓', partly: '◐', none: '✗', absent: '○' }[coverage]
  const tone = { covered: ' tag--good', partly: ' tag--warn', none: ' tag--bad', absent: '' }[coverage]
  return <span className={`tag${tone}`}>{`${sign} ${t(`coverage.${coverage}`)}`}</span>
}

/** Consequences × plans: what happens, from when to when, to how many, and which plans cover it. */
export function Plans({ results }: { results: Results }) {
  const { t, name, people, percent, hours, whole, hoursRange } = useWords()
  const { query, set } = useAddress()
  const all = results.consequences ?? []
  const horizon = results.run.horizon_h
  const tracks = tracksOf(all)
  const track = query.spoor && tracks.includes(query.spoor) ? query.spoor : 'alle'
  const rows = uncoveredFirst(all.filter((item) => track === 'alle' || item.track === track))
  const occurring = rows.filter((item) => item.occurs).length
  const word = (key: string) => t(`track.${key}` as Key)
  const lasts = (item: Consequence) => {
    if (item.from_h === null) return '–'
    return item.until_h === null ? t('plans.from', { from: hours(item.from_h) }) : hoursRange(item.from_h, item.until_h, horizon)
  }
  return (
    <Part
      id="plannen"
      title={t('consequences.plans')}
      asked={query.spoor !== undefined}
      answer={<><p className="lead measure">{all.length === 0 ? t('plans.none.text') : t('plans.summary', { all: whole(occurring), none: whole(countCoverage(rows, 'none')), partly: whole(countCoverage(rows, 'partly')), covered: whole(countCoverage(rows, 'covered')) })}</p>{all.length === 0 && <FillTables tables={['consequences', 'plans']} />}</>}
    >
      {all.length > 0 && (
        <>
          <Segments legend={t('plans.track')} value={track} options={[{ value: 'alle', label: t('plans.all') }, ...tracks.map((id) => ({ value: id, label: word(id) }))]} onChange={(value) => set({ spoor: value === 'alle' ? undefined : value })} />
          <PlainTable
            stacked
            caption={t('plans.caption')}
            rows={rows}
            id={(item) => item.id}
            columns={[
              { key: 'name', label: t('plans.consequence'), header: true, sort: (item) => name(item.name), cell: (item) => <WithNote value={name(item.name)} note={word(item.track)} /> },
              { key: 'coverage', short: true, label: t('plans.coverage'), sort: (item) => ['none', 'partly', 'covered', 'absent'].indexOf(coverageOf(item)), cell: (item) => <CoverageTag coverage={coverageOf(item)} /> },
              { key: 'when', short: true, label: t('plans.when'), sort: (item) => item.from_h, cell: (item) => <span className="nowrap">{lasts(item)}</span> },
              {
                key: 'peak',
                label: t('plans.peak'),
                numeric: true,
                sort: (item) => (item.occurs ? item.peak.p50 : null),
                cell: (item) => (item.occurs ? <WithNote value={`${people(item.peak.p50)} ${name(item.unit)}`} note={t('plans.range', { low: people(item.peak.p5), high: people(item.peak.p95), hour: whole(item.peak_h) })} /> : '–'),
              },
              { key: 'hours', minor: true, label: t('plans.hours'), numeric: true, sort: (item) => (item.occurs ? item.hours_covered : null), cell: (item) => (item.occurs ? percent(item.hours_covered) : '–') },
              { key: 'number', minor: true, label: t('plans.number'), numeric: true, sort: (item) => item.number_covered, cell: (item) => (item.number_covered !== null ? percent(item.number_covered) : item.occurs && item.plans.length > 0 ? t('plans.unsaid') : '–') },
              {
                key: 'plans',
                minor: true,
                label: t('plans.which'),
                cell: (item) => (
                  <>
                    {item.plans.map((plan) => (
                      <div key={plan.plan}>
                        {plan.name} <span className="soft small">{[plan.organisation, plan.from_h === null && plan.until_h === null ? '' : t('plans.holds', { from: plan.from_h === null ? t('plans.unsaid') : hours(plan.from_h), until: plan.until_h === null ? t('plans.unsaid') : hours(plan.until_h) }), plan.capacity === null ? '' : `${people(plan.capacity)} ${plan.unit}`].filter(Boolean).join(' · ')}</span> <Unconfirmed short />
                      </div>
                    ))}
                    <span className="small">{name(item.sentence)}</span>
                  </>
                ),
              },
            ]}
          />
          <p className="small soft measure">{t('plans.explained')}</p>
        </>
      )}
    </Part>
  )
}

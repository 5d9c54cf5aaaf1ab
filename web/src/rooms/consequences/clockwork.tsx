import type { Decision, DecisionClock, Results } from '../../api/types'
import { Segments } from '../../components/basics'
import { WithNote } from '../../components/figures'
import { PlainTable, type TableColumn } from '../../components/table'
import { useWords, type Key } from '../../i18n'
import { useAddress } from '../../state/address'
import { latestOf, latestOrder, type Latest } from './figures'
import { Missing, useNone } from './left-out'
import { Part } from '../../components/part'

/** The latest minute of every decision, for every length of the outage: nobody knows the end during the event. */
export function Clockwork({ results }: { results: Results }) {
  const { t, whole } = useWords()
  const none = useNone()
  const clock = results.decision_clock
  const told = clock && clock.decisions.length > 0 ? clock : undefined
  const last = (clock?.outages.length ?? 0) - 1
  const late = clock?.decisions.filter((item) => item.outages[last] && latestOf(item.outages[last], 95).kind === 'never').length ?? 0
  return (
    <Part id="beslisklok" title={t('consequences.clock')} answer={<><p className="lead measure">{told ? (late === 0 ? t('deadline.summary.none', { all: whole(told.decisions.length) }) : t('deadline.summary', { all: whole(told.decisions.length), late: whole(late) })) : none(t('deadline.none.text'))}</p>{!told && <Missing tables={['decisions']} />}</>}>
      {told && <Decisions clock={told} />}
    </Part>
  )
}

function Decisions({ clock }: { clock: DecisionClock }) {
  const { t, name, hours, people, percent, decimal } = useWords()
  const { query, set } = useAddress()
  const share = query.kans === '50' ? 50 : 95
  const word = (latest: Latest) => (latest.kind === 'hour' ? (latest.hour === 0 ? t('deadline.atonce') : hours(latest.hour)) : t(`deadline.${latest.kind}`))
  const loss = (value: number, item: Decision) => (value === 0 ? '' : t('deadline.lost', { count: value < 0.1 ? `< ${decimal(0.1)}` : value < 10 ? decimal(value) : people(value), unit: name(item.unit) }))
  const columns: TableColumn<Decision>[] = [
    { key: 'name', label: t('deadline.decision'), header: true, sort: (item) => name(item.name), cell: (item) => <WithNote value={name(item.name)} note={t(`decision.${item.kind}`)} /> },
    ...clock.outages.map(
      (outage, index): TableColumn<Decision> => ({
        key: outage.hazard,
        short: true,
        label: name(outage.name),
        sort: (item) => (item.outages[index] ? latestOrder(latestOf(item.outages[index], share)) : null),
        cell: (item) => {
          const at = item.outages[index]
          if (!at) return '–'
          const latest = latestOf(at, share)
          const agreed = latestOf(at, share, true)
          return (
            <>
              <strong className={latest.kind === 'never' ? 'tag tag--bad' : undefined}>{latest.kind === 'never' ? `✗ ${word(latest)}` : word(latest)}</strong>
              {agreed.kind !== 'no_call' && agreed.kind !== 'unneeded' && <div className="small">{t('deadline.agreed', { time: word(agreed) })}</div>}
              {latest.kind !== 'unneeded' && (
                <div className="soft small">{[at.needed !== null && at.needed < 1 ? t('deadline.needed', { share: percent(at.needed) }) : '', loss(at.lost_per_hour ?? 0, item)].filter(Boolean).join('; ')}</div>
              )}
            </>
          )
        },
      }),
    ),
    { key: 'owner', minor: true, short: true, label: t('deadline.owner'), sort: (item) => name(item.owner), cell: (item) => name(item.owner) },
    { key: 'through', minor: true, label: t('deadline.rests'), cell: (item) => <span className="small">{t('deadline.through', { through: item.through ? name(item.through) : t('deadline.no_call'), limit: name(item.limit), confidence: t(`confidence.${item.confidence}` as Key) })}</span> },
  ]
  return (
    <div className="stack">
      <Segments legend={t('deadline.certainty')} value={String(share)} options={[{ value: '95', label: t('deadline.of', { share: percent(0.95) }) }, { value: '50', label: t('deadline.of', { share: percent(0.5) }) }]} onChange={(value) => set({ kans: value === '95' ? undefined : value })} />
      <PlainTable stacked caption={t('deadline.caption', { share: percent(share / 100) })} rows={clock.decisions} id={(item) => item.id} columns={columns} />
      <p className="small soft measure">{t('deadline.explained')}</p>
    </div>
  )
}

import { useMemo } from 'react'
import type { Help, HelpNeed, Results } from '../../api/types'
import { Select } from '../../components/basics'
import { KeyFigure, WithNote, useRange } from '../../components/figures'
import { PlainTable } from '../../components/table'
import { useWords, type Key } from '../../i18n'
import { useAddress } from '../../state/address'
import type { Clock } from '../../state/clock'
import { Course } from '../map/course'
import { helpShares, peakHour, restsOf } from './figures'
import { Missing, useNone } from './left-out'
import { Part } from '../../components/part'

const kinds = ['neighbours', 'volunteers', 'points', 'left'] as const
const kindColours = { neighbours: '#2f7d5b', volunteers: '#5d93b8', points: '#154273', left: '#c86b3c' } as const

/** What people do for one another, who is left, and what reaches 112. */
export function HelpPart({ results, clock }: { results: Results; clock: Clock }) {
  const { t, people, percent } = useWords()
  const none = useNone()
  const { query } = useAddress()
  const help = results.help
  const calls = help?.calls
  return (
    <Part id="hulp" title={t('consequences.help')} asked={query.kwetsbaar !== undefined} answer={<><p className="lead measure">{calls ? t('help.summary', { wanted: people(calls.wanted.mean), impossible: people(calls.impossible.mean), share: percent((calls.impossible.mean ?? 0) / Math.max(1, calls.wanted.mean ?? 0)), unanswered: people(calls.unanswered.mean) }) : none(t('help.none.text'))}</p>{!help && <Missing tables={[]} />}</>}>
      {help && <Helped help={help} results={results} clock={clock} />}
    </Part>
  )
}

function HelpBar({ need }: { need: HelpNeed }) {
  const { t, percent } = useWords()
  const shares = helpShares(need)
  if (!shares) return <span className="soft">{t('help.nobody')}</span>
  const label = kinds.map((kind) => `${t(`help.${kind}`)} ${percent(shares[kind])}`).join(', ')
  return (
    <span className="bar bar--parts" role="img" aria-label={label} title={label}>
      {kinds.map((kind) => (
        <span key={kind} style={{ inlineSize: `${shares[kind] * 100}%`, background: kindColours[kind] }} />
      ))}
    </span>
  )
}

function Helped({ help, results, clock }: { help: Help; results: Results; clock: Clock }) {
  const { t, name, people, percent, hours, whole, large, decimal } = useWords()
  const range = useRange()
  const { query, set } = useAddress()
  const needName = (id: string | null) => {
    const need = results.needs.find((item) => item.id === id)
    return need ? name(need.name) : (id ?? '')
  }
  const need = help.needs.find((item) => item.need === query.behoefte) ?? help.needs[0]
  const group = help.vulnerable.find((item) => item.id === query.kwetsbaar) ?? help.vulnerable[0]
  const start = results.run.start
  const needLines = useMemo(() => (need ? [{ name: t('help.before'), mean: need.unmet }, { name: t('help.left'), mean: need.left }] : []), [need, t])
  const groupLines = useMemo(() => (group ? [{ name: name(group.name), mean: group.without.mean, low: group.without.p5, high: group.without.p95 }] : []), [group, name])
  const callLines = useMemo(() => [{ name: t('help.calls.wanted'), mean: help.calls.wanted_by_hour }, { name: t('help.calls.impossible'), mean: help.calls.impossible_by_hour }], [help, t])
  const visitLines = useMemo(() => (help.visits ? [{ name: t('help.queue.line'), mean: help.visits.queue.mean, low: help.visits.queue.p5, high: help.visits.queue.p95 }, { name: t('help.arriving'), mean: help.visits.arriving_per_h.mean }] : []), [help, t])
  const calls = [
    { id: 'wanted', label: t('help.calls.wanted'), value: help.calls.wanted },
    { id: 'impossible', label: t('help.calls.impossible'), value: help.calls.impossible },
    { id: 'unanswered', label: t('help.calls.unanswered'), value: help.calls.unanswered },
    { id: 'answered', label: t('help.calls.answered'), value: help.calls.answered },
  ]
  const visits = help.visits
  return (
    <>
      <div className="row row--between row--end">
        <h3>{t('help.needs')}</h3>
        <ul className="legend" aria-label={t('help.kinds')}>
          {kinds.map((kind) => (
            <li key={kind}>
              <span className="swatch" style={{ background: kindColours[kind] }} />
              {t(`help.${kind}`)}
            </li>
          ))}
        </ul>
      </div>
      <PlainTable
        caption={t('help.needs.caption')}
        hideCaption
        rows={help.needs}
        id={(item) => item.need ?? ''}
        chosen={need?.need ?? undefined}
        columns={[
          { key: 'need', label: t('word.need'), header: true, sort: (item) => needName(item.need), cell: (item) => needName(item.need) },
          { key: 'bar', label: t('help.taken'), cell: (item) => <HelpBar need={item} /> },
          { key: 'unmet', minor: true, label: t('help.before.hours'), numeric: true, sort: (item) => item.person_hours.unmet.mean, cell: (item) => large(item.person_hours.unmet.mean) },
          ...kinds.map((kind) => ({ key: kind, minor: kind !== 'left', label: t(`help.${kind}`), numeric: true, sort: (item: HelpNeed) => helpShares(item)?.[kind] ?? null, cell: (item: HelpNeed) => percent(helpShares(item)?.[kind]) })),
        ]}
      />
      <div className="grid-2">
        <div className="stack">
          {need && (
            <>
              <div className="controls">
                <Select label={t('word.need')} value={need.need ?? ''} options={help.needs.map((item) => ({ value: item.need ?? '', label: needName(item.need) }))} onChange={(value) => set({ behoefte: value })} />
              </div>
              <Course heading="h3" title={t('help.course', { need: needName(need.need).toLowerCase() })} lines={needLines} hour={clock.hour} start={start} unit="people" onHour={clock.to} />
            </>
          )}
        </div>
        <div className="stack">
          {group && (
            <>
              <div className="controls">
                <Select label={t('help.group')} value={group.id} options={help.vulnerable.map((item) => ({ value: item.id, label: name(item.name) }))} onChange={(value) => set({ kwetsbaar: value })} />
              </div>
              <Course heading="h3" title={t('help.vulnerable.course')} lines={groupLines} hour={clock.hour} start={start} unit="people" onHour={clock.to} />
            </>
          )}
        </div>
      </div>
      <PlainTable
        caption={t('help.vulnerable')}
        rows={help.vulnerable}
        id={(item) => item.id}
        chosen={group?.id}
        columns={[
          { key: 'name', label: t('word.group'), header: true, cell: (item) => name(item.name) },
          { key: 'heads', label: t('help.heads'), numeric: true, sort: (item) => item.heads, cell: (item) => people(item.heads) },
          { key: 'most', label: t('help.most'), numeric: true, sort: (item) => item.most.p50, cell: (item) => <WithNote value={people(item.most.p50)} note={range(people(item.most.p5), people(item.most.p95))} /> },
          { key: 'when', minor: true, label: t('help.when'), numeric: true, cell: (item) => hours(peakHour(item.without.mean)) },
        ]}
      />
      <p className="small soft">{t('help.overlap')}</p>
      <div className="grid-2">
        <Course heading="h3" title={t('help.calls')} lines={callLines} hour={clock.hour} start={start} unit="people" onHour={clock.to} />
        <div className="stack">
          <PlainTable
            caption={t('help.calls.caption')}
            rows={calls}
            id={(row) => row.id}
            columns={[
              { key: 'label', label: t('help.calls.kind'), header: true, cell: (row) => row.label },
              { key: 'mean', label: t('word.mean'), numeric: true, cell: (row) => people(row.value.mean) },
              { key: 'range', label: 'P5–P95', numeric: true, cell: (row) => `${people(row.value.p5)}–${people(row.value.p95)}` },
            ]}
          />
          <PlainTable
            caption={t('help.volunteers.caption', { registered: whole(help.volunteers.registered ?? 0) })}
            rows={[...help.volunteers.calls.map((call) => ({ id: String(call.call_h), label: call.call_h === 0 ? t('reach.atonce') : hours(call.call_h), come: call.come })), { id: 'uncalled', label: t('help.uncalled'), come: help.volunteers.uncalled }]}
            id={(row) => row.id}
            columns={[
              { key: 'label', label: t('help.called'), header: true, cell: (row) => row.label },
              { key: 'come', label: t('help.come'), numeric: true, cell: (row) => people(row.come.p50) },
              { key: 'range', label: 'P5–P95', numeric: true, cell: (row) => `${people(row.come.p5)}–${people(row.come.p95)}` },
            ]}
          />
        </div>
      </div>
      <h3>{t('help.visits')}</h3>
      {visits ? (
        <ul className="figures">
          <KeyFigure value={people(visits.visitors.p50)} range={range(people(visits.visitors.p5), people(visits.visitors.p95))}>{t('help.visitors', { hour: whole(visits.busiest_h ?? 0) })}</KeyFigure>
          <KeyFigure value={people(visits.served.p50)} range={range(people(visits.served.p5), people(visits.served.p95))}>{t('help.served')}</KeyFigure>
          <KeyFigure value={people(visits.longest_queue.p50)} range={range(people(visits.longest_queue.p5), people(visits.longest_queue.p95))}>{t('help.queue')}</KeyFigure>
          <KeyFigure value={people(visits.waiting_person_hours.p50)} range={range(people(visits.waiting_person_hours.p5), people(visits.waiting_person_hours.p95))}>{t('help.waiting')}</KeyFigure>
        </ul>
      ) : (
        <p className="soft">{t('help.visits.none')}</p>
      )}
      {visits && <Course heading="h3" title={t('help.queue.course')} lines={visitLines} hour={clock.hour} start={start} unit="people" onHour={clock.to} />}
      {help.harms.length > 0 && (
        <PlainTable
          caption={t('help.harms')}
          rows={help.harms}
          id={(row) => row.id}
          columns={[
            { key: 'name', label: t('help.harm'), header: true, cell: (row) => name(row.name) },
            { key: 'mean', minor: true, label: t('word.mean'), numeric: true, cell: (row) => people(row.people.mean) },
            { key: 'people', label: t('word.median'), numeric: true, cell: (row) => people(row.people.p50) },
            { key: 'range', label: 'P5–P95', numeric: true, cell: (row) => `${people(row.people.p5)}–${people(row.people.p95)}` },
            { key: 'rests', minor: true, label: t('help.rests'), cell: (row) => <ul className="list-plain small break">{restsOf(row.rests_on).map((item) => <li key={item.text}>{item.figure ? t('help.rests.figure', { id: item.figure.id, low: decimal(item.figure.low, 4), typical: decimal(item.figure.typical, 4), high: decimal(item.figure.high, 4), unit: t(`unit.${item.figure.unit}` as Key) }) : item.text}</li>)}</ul> },
          ]}
        />
      )}
      <p className="small measure">
        {t('help.unrest', {
          peak: people(help.unrest.indicator.mean[peakHour(help.unrest.indicator.mean)]),
          hour: whole(peakHour(help.unrest.indicator.mean)),
          formula: help.unrest.parts.map((part) => `${percent(part.weight)} ${name(part.need).toLowerCase()}`).join(' + '),
        })}
      </p>
    </>
  )
}

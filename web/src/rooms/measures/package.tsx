import { Fragment } from 'react'
import type { MeasurePlan } from '../../api/types'
import { Unconfirmed } from '../../components/basics'
import { WithNote } from '../../components/figures'
import { Part } from '../../components/part'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { leftAfter, packageChange, paidByOthers, tellsLost, unsure } from './money'
import { MeasureLink, MeasureList, ShareBar, useAmount, useNames } from './words'

/** What begins in which year, who does and pays it, what the year costs, and what it saves when the hazard strikes then. */
export function Package({ plan, studied }: { plan: MeasurePlan; studied: MeasurePlan }) {
  const { t, euros, large } = useWords()
  const nameOf = useNames(plan)
  const left = leftAfter(plan.years)
  const most = Math.max(...plan.years.map((year) => year.saved_h), 0)
  const rows = plan.years.map((year, index) => ({ ...year, left: left[index] ?? 0, others: paidByOthers([year]) }))
  const first = rows[0]
  const last = rows.at(-1)
  return (
    <Part
      id="package"
      title={t('money.part.package')}
      answer={
        <>
          {first && last && (
            <p>
              {t(first.measures.length === 1 ? 'money.package.text.one' : 'money.package.text', { first: first.year, count: first.measures.length, early: large(first.saved_h), last: last.year, late: large(last.saved_h) })} {plan.rule === 'person-hours' && t('money.package.mean', { mean: large(plan.value) })} <Unconfirmed />
            </p>
          )}
          {plan !== studied && <Changed plan={plan} studied={studied} nameOf={nameOf} />}
        </>
      }
      brief={
        <ul className="brief list-plain" aria-label={t('money.package.brief')}>
          {rows.map((row) => (
            <li key={row.year}>
              <strong>{row.year}</strong>
              <span>{row.measures.length === 0 ? t('money.package.nothing') : t(row.measures.length === 1 ? 'money.package.one' : 'money.list', { count: row.measures.length })}</span>
              <span className="numeric">{euros(row.cost)}</span>
              <span className="numeric">{t('money.package.hours', { hours: large(row.saved_h) })}</span>
            </li>
          ))}
        </ul>
      }
    >
      <PlainTable
        stacked
        caption={t('money.package.caption')}
        rows={rows}
        id={(row) => String(row.year)}
        columns={[
          { key: 'year', label: t('money.year'), header: true, sort: (row) => row.year, cell: (row) => row.year },
          { key: 'begins', label: t('money.begins'), cell: (row) => (row.measures.length === 0 ? t('money.begins.none') : <Begins plan={plan} ids={row.measures} nameOf={nameOf} />) },
          { key: 'cost', label: t('money.cost'), numeric: true, sort: (row) => row.cost, cell: (row) => (row.others > 0 ? <WithNote value={euros(row.cost)} note={t('money.others', { money: euros(row.others) })} /> : euros(row.cost)) },
          { key: 'budget', label: t('money.budget'), numeric: true, sort: (row) => row.budget, cell: (row) => euros(row.budget) },
          ...(plan.carry_over ? [{ key: 'left', label: t('money.left'), numeric: true, sort: (row: (typeof rows)[number]) => row.left, cell: (row: (typeof rows)[number]) => euros(row.left) }] : []),
          {
            key: 'saved',
            label: t('money.saved'),
            numeric: true,
            sort: (row) => row.saved_h,
            cell: (row) => (
              <span>
                {large(row.saved_h)}
                <ShareBar share={row.saved_h} max={most} />
              </span>
            ),
          },
        ]}
      />
      <p className="small soft">{t('money.package.who')}</p>
    </Part>
  )
}

/** Measures that begin, each with who does it, who pays, the price, and the money scenarios without it. */
function Begins({ plan, ids, nameOf }: { plan: MeasurePlan; ids: readonly string[]; nameOf: (id: string) => string }) {
  const { t, euros } = useWords()
  // New results tell of the whole plan with its first year begun: then a measure falls away. Old ones tell which would not begin.
  const without = plan.scenarios.some(tellsLost) ? 'money.who.lost' : 'money.who.without'
  return (
    <ul className="measure-list">
      {ids.map((id) => {
        const measure = plan.measures.find((item) => item.id === id)
        const scenarios = unsure(plan, id)
        return (
          <li key={id}>
            <MeasureLink id={id} nameOf={nameOf} />
            {measure && (
              <>
                <br />
                <span className="small soft">{measure.owner === measure.payer ? t('money.who.both', { owner: measure.owner, once: euros(measure.cost_once_eur), yearly: euros(measure.cost_year_eur) }) : t('money.who', { owner: measure.owner, payer: measure.payer, once: euros(measure.cost_once_eur), yearly: euros(measure.cost_year_eur) })}</span>
              </>
            )}
            {scenarios.length > 0 && (
              <>
                <br />
                <span className="small soft">{t(without, { scenarios: scenarios.map((scenario) => t(`money.scenario.${scenario as 'cut'}`)).join('; ') })}</span>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What the choices of whoever looks change in the package of the study. */
function Changed({ plan, studied, nameOf }: { plan: MeasurePlan; studied: MeasurePlan; nameOf: (id: string) => string }) {
  const { t, euros } = useWords()
  const amount = useAmount(plan.rule)
  const change = packageChange(studied, plan)
  const same = change.added.length + change.dropped.length + change.moved.length === 0
  return (
    <div className="card card--answer stack stack--tight" role="status">
      <h3>{t('money.changes')}</h3>
      <p>
        {t('money.changes.cost', { now: euros(plan.cost), then: euros(studied.cost) })} {plan.rule === studied.rule && t('money.changes.value', { now: amount(plan.value), then: amount(studied.value) })}
      </p>
      {same ? (
        <p>{t('money.changes.same')}</p>
      ) : (
        <dl className="dl">
          {(['dropped', 'added'] as const)
            .filter((side) => change[side].length > 0)
            .map((side) => (
              <Fragment key={side}>
                <dt>{t(`money.changes.${side}`)}</dt>
                <dd>
                  <MeasureList ids={change[side]} nameOf={nameOf} />
                </dd>
              </Fragment>
            ))}
          {change.moved.length > 0 && (
            <>
              <dt>{t('money.changes.moved')}</dt>
              <dd>
                <MeasureList
                  ids={change.moved.map((move) => move.id)}
                  nameOf={nameOf}
                  note={(id) => {
                    const move = change.moved.find((item) => item.id === id)
                    return move ? t('money.changes.move', { from: move.from, to: move.to }) : ''
                  }}
                />
              </dd>
            </>
          )}
        </dl>
      )}
    </div>
  )
}

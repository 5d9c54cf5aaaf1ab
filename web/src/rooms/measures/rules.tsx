import { Fragment } from 'react'
import type { MeasurePlan, MeasureRule } from '../../api/types'
import { Segments } from '../../components/basics'
import { Sideways } from '../../components/table'
import { useWords, type Key } from '../../i18n'
import { useAddress } from '../../state/address'
import { marks, type Mark } from '../whatif/indicators'
import { differenceOf, largestRegret, rulesFinding, sameMembers } from './money'
import { Part } from '../../components/part'
import { MeasureList, useNames, useShare } from './words'

type Better = 'low' | 'high'

/** The same money, other rules: side by side, best and worst marked by colour, sign and word. */
export function Rules({ plan }: { plan: MeasurePlan }) {
  const { t, large, decimal, precise, euros, whole } = useWords()
  const { query, set } = useAddress()
  const nameOf = useNames(plan)
  const word = (rule: string) => t(`money.rule.${rule as 'tail'}`)
  const own = plan.rules.find((item) => item.rule === plan.rule)
  const others = plan.rules.filter((item) => item.rule !== plan.rule)
  const unlike = (rule: MeasureRule) => own !== undefined && !sameMembers(own.measures, rule.measures)
  const finding = rulesFinding(plan)
  const other = others.find((item) => item.rule === query.regel) ?? others.find(unlike) ?? others[0]
  const share = useShare()
  const rows: { key: Key; better: Better | undefined; of: (rule: MeasureRule) => number | null; show: (value: number) => string; se?: (rule: MeasureRule) => string }[] = [
    { key: 'money.rules.hours', better: 'high', of: (rule) => rule.worth.unmet_h.value, show: large, se: (rule) => large(rule.worth.unmet_h.se) },
    { key: 'money.rules.tail', better: 'high', of: (rule) => rule.worth.tail_h.value, show: large, se: (rule) => large(rule.worth.tail_h.se) },
    { key: 'money.rules.gaps', better: 'high', of: (rule) => rule.worth.gaps.value, show: precise, se: (rule) => precise(rule.worth.gaps.se) },
    { key: 'money.rules.worst', better: 'high', of: (rule) => rule.worth.worst_municipality_share.value, show: share, se: (rule) => share(rule.worth.worst_municipality_share.se) },
    { key: 'money.rules.regret', better: 'low', of: largestRegret, show: (value) => t('money.percent', { value: decimal(value * 100, 2) }) },
    { key: 'money.rules.cost', better: 'low', of: (rule) => rule.cost, show: euros },
    { key: 'money.count', better: undefined, of: (rule) => rule.measures.length, show: whole },
  ]
  return (
    <Part
      id="rules"
      title={t('money.part.rules')}
      asked={query.regel}
      answer={<p>{t('money.rules.text', { rule: word(plan.rule) })} {finding ? t(finding.others === 1 ? 'money.rules.finding.one' : 'money.rules.finding', { others: whole(finding.others), unlike: whole(finding.unlike), own: large(finding.own), low: large(finding.low), high: large(finding.high) }) : t('money.rules.none')}</p>}
    >
      {plan.rules.length > 0 && (
        <Sideways label={t('money.rules.caption')}>
          <table className="utrecht-table compare">
            <caption className="utrecht-table__caption">{t('money.rules.caption')}</caption>
            <thead className="utrecht-table__header">
              <tr>
                <th scope="col" className="utrecht-table__header-cell">
                  {t('compare.indicator')}
                </th>
                {plan.rules.map((rule) => (
                  <th key={rule.rule} scope="col" className="utrecht-table__header-cell numeric">
                    {word(rule.rule)}
                    {rule.rule === plan.rule && (
                      <>
                        <br />
                        <span className="tag">{t('money.rules.this')}</span>
                      </>
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="utrecht-table__body">
              {rows.map((row) => {
                const values = plan.rules.map(row.of)
                const marked: Mark[] = row.better ? marks(values.map((value) => value ?? undefined), row.better) : values.map(() => undefined)
                return (
                  <tr key={row.key} className="utrecht-table__row">
                    <th scope="row" className="utrecht-table__cell">
                      {t(row.key)}
                    </th>
                    {plan.rules.map((rule, index) => {
                      const value = values[index]
                      return (
                        <td key={rule.rule} className="utrecht-table__cell numeric" data-mark={marked[index]}>
                          {value === null || value === undefined ? '–' : row.show(value)}
                          {marked[index] && <span className={marked[index] === 'best' ? 'tag tag--good' : 'tag tag--bad'}>{marked[index] === 'best' ? `✓ ${t('compare.best')}` : `✗ ${t('compare.worst')}`}</span>}
                          {row.se && (
                            <>
                              <br />
                              <span className="soft small">{`± ${row.se(rule)}`}</span>
                            </>
                          )}
                        </td>
                      )
                    })}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Sideways>
      )}
      {plan.rules.length > 0 && <p className="small soft">{t('money.rules.explained')}</p>}
      {own && other && (
        <div className="card card--quiet stack">
          <h3>{t('money.rules.other')}</h3>
          {others.length > 1 && <Segments legend={t('money.rules.with')} value={other.rule} options={others.map((item) => ({ value: item.rule, label: word(item.rule) }))} onChange={(value) => set({ regel: value })} />}
          <p role="status">{t(unlike(other) ? 'money.rules.differ' : 'money.rules.same', { rule: word(other.rule) })}</p>
          {unlike(other) && (
            <dl className="dl">
              {(['added', 'dropped'] as const).map((side) => (
                <Fragment key={side}>
                  <dt>{t(`money.rules.${side}`, { rule: word(other.rule) })}</dt>
                  <dd>
                    <MeasureList ids={differenceOf(own.measures, other.measures)[side]} nameOf={nameOf} />
                  </dd>
                </Fragment>
              ))}
            </dl>
          )}
        </div>
      )}
    </Part>
  )
}

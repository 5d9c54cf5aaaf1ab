import { Fragment } from 'react'
import type { MeasurePlan } from '../../api/types'
import { Link } from '../../components/basics'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { isPlayed, scenarioLines, type ScenarioLine } from './money'
import { Part } from '../../components/part'
import { MeasureList, useAmount, useNames } from './words'

/** What happens when the money comes otherwise, what is lost then, and what to begin whatever comes. */
export function Scenarios({ plan }: { plan: MeasurePlan }) {
  const { t, euros, percent } = useWords()
  const nameOf = useNames(plan)
  const amount = useAmount(plan.rule)
  const lines = scenarioLines(plan.scenarios)
  const worst = lines.reduce<ScenarioLine | undefined>((most, line) => ((line.lost ?? 0) > (most?.lost ?? 0) ? line : most), undefined)
  const { query, to } = useAddress()
  const listOf = (line: ScenarioLine) => line.whole ?? line.first
  // What the first scenario says is the plan itself.
  const told = lines.filter((line, index) => index > 0 || listOf(line).dropped.length + listOf(line).added.length > 0)
  const changes = (line: ScenarioLine) =>
    [
      { title: t('money.whole.unkept'), ids: line.unkept },
      { title: t(line.whole ? 'money.whole.dropped' : 'money.first.dropped'), ids: listOf(line).dropped },
      { title: t('money.whole.later'), ids: line.later },
      { title: t(line.whole ? 'money.whole.added' : 'money.first.added'), ids: listOf(line).added },
    ].filter((change) => change.ids.length > 0)
  const word = (line: ScenarioLine) => t(`money.scenario.${line.scenario.id as 'cut'}`)
  return (
    <Part id="scenarios" title={t('money.part.scenarios')} answer={<p>{worst ? t('money.scenarios.text', { scenario: word(worst), lost: amount(worst.lost ?? 0), share: percent(worst.lostShare) }) : t(lines.length === 0 ? 'money.scenarios.none' : 'money.scenarios.same')}</p>}>
      {lines.length > 0 && (
        <PlainTable
          stacked
          caption={t('money.scenarios.caption')}
          rows={lines}
          id={(line) => line.scenario.id}
          columns={[
            { key: 'scenario', label: t('money.scenario'), header: true, cell: word },
            { key: 'money', label: t('money.budget'), numeric: true, sort: (line) => line.money, cell: (line) => euros(line.money) },
            { key: 'value', label: t('money.best'), numeric: true, sort: (line) => line.scenario.value, cell: (line) => amount(line.scenario.value) },
            {
              key: 'lost',
              label: t('money.lost'),
              numeric: true,
              sort: (line) => line.lost,
              cell: (line) => (line.lost === null ? '–' : line.lost === 0 ? t('money.kept.yes') : line.lost > 0 ? `${amount(line.lost)} (${percent(line.lostShare)})` : t('money.more', { amount: amount(-line.lost) })),
            },
            {
              key: 'kept',
              label: t('money.kept'),
              sort: (line) => line.regret,
              cell: (line) => (line.regret === null ? <span className="tag tag--bad">{`✗ ${t('money.kept.not')}`}</span> : line.regret > 0 ? t('money.kept.less', { amount: amount(line.regret) }) : <span className="tag tag--good">{`✓ ${t('money.kept.yes')}`}</span>),
            },
          ]}
        />
      )}
      {told.length > 0 && (
        <dl className="dl">
          {told.map((line) => (
            <Fragment key={line.scenario.id}>
              <dt>{word(line)}</dt>
              <dd className="stack stack--tight">
                {changes(line).map(({ title, ids }) => (
                  <div key={title}>
                    {title}
                    <MeasureList ids={ids} nameOf={nameOf} />
                  </div>
                ))}
                {line.whole && changes(line).length === 0 && <span>{t('money.whole.same')}</span>}
                {line.scenario.id !== plan.scenarios[0]?.id && <Link href={to('/maatregelen', { ...query, geldscenario: line.scenario.id })}>{t('money.scenario.show')}</Link>}
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
      {plan.keep_first.length > 0 && (
        <div className="card card--answer stack stack--tight">
          <h3>{t('money.keep')}</h3>
          <p>{t('money.keep.text', { share: percent(plan.keep_regret) })}</p>
          <MeasureList ids={plan.keep_first} nameOf={nameOf} />
        </div>
      )}
      {!isPlayed(plan.scenarios) && <p className="small soft">{t('money.surrogate')}</p>}
    </Part>
  )
}

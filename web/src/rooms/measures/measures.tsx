import { useMemo, useState, type ReactNode } from 'react'
import { path, withQuery } from '../../api/http'
import type { MeasurePlan, Results, Rows } from '../../api/types'
import { Empty, Link, Loaded, Notice, Unconfirmed } from '../../components/basics'
import { FillTables } from '../../components/fill'
import { KeyFigure } from '../../components/figures'
import { Fold } from '../../components/part'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { useResource } from '../../state/resource'
import { isPlain, useRun } from '../../state/run'
import { Account } from './account'
import { Catalogue } from './catalogue'
import { Controls } from './controls'
import { Front } from './front'
import { payerSum } from './money'
import { Package } from './package'
import { Payers } from './payers'
import { Places } from './places'
import { isAsked, questionOf, requestOf } from './question'
import { Rules } from './rules'
import { Scenarios } from './scenarios'
import { usePackage } from './use-package'
import { useAmount } from './words'

export default function Measures() {
  const { results } = useRun()
  return <Loaded of={results} lines={10}>{(data) => <Room results={data} />}</Loaded>
}

function Room({ results }: { results: Results }) {
  const { t } = useWords()
  const { to } = useAddress()
  const { run } = useRun()
  const plan = results.measures
  return (
    <div className="stack stack--wide money-room printed">
      {plan ? (
        <Asked studied={plan} />
      ) : (
        <>
          <h1>{t('money.title')}</h1>
          <Empty title={t('money.none')}>
            <p>{t(isPlain(run) ? 'money.none.region' : 'money.none.whatif')}</p>
            {isPlain(run) ? <FillTables tables={['measures', 'measure_changes', 'parameters']} /> : <Link href={to('/maatregelen', { run: '' })}>{t('money.none.plain')}</Link>}
          </Empty>
        </>
      )}
    </div>
  )
}

/** The package of the study, or the one for the question in the address; while that is worked out the last one stays. */
function Asked({ studied }: { studied: MeasurePlan }) {
  const { query } = useAddress()
  const { region } = useRun()
  const nation = useNation()
  const asked = isAsked(query)
  const question = questionOf(query, studied, nation)
  // The account is the engine's as well: where the region keeps one, the question of the study is asked for it.
  const accounted = (region.tabellen.find((table) => table.naam === 'measure_account')?.aantalRijen ?? 0) > 0
  const state = usePackage(asked || accounted ? requestOf(question, region.id) : undefined, region.versie)
  const account = state.state === 'ready' ? (state.job.verantwoording ?? null) : undefined
  const [last, setLast] = useState<MeasurePlan>()
  const fresh = asked && state.state === 'ready' ? state.plan : undefined
  if (fresh && fresh !== last) setLast(fresh)
  if (!asked && last) setLast(undefined)
  const plan = asked ? (fresh ?? last ?? studied) : studied
  return <Plan plan={plan} studied={studied} asked={asked && plan !== studied} stale={asked && !fresh} account={<Account account={accounted ? account : null} />} controls={<Controls plan={plan} question={question} nation={nation} state={asked ? state : { state: 'none' }} studied={studied} />} />
}

/** The national sums by year, euros, where the region knows them: the parameter FIN01 gives three years in millions. */
function useNation(): number[] {
  const { region } = useRun()
  const row = useResource<Rows>(withQuery(path('regios', region.id, 'tabellen', 'parameters', 'rijen'), { kolom: 'id', waarde: 'FIN01' })).data?.rijen[0]
  return useMemo(() => (row ? ['low', 'typical', 'high'].map((column) => Number(row[column] ?? 0) * 1e6) : []).filter((sum) => sum > 0), [row])
}

function Plan({ plan, studied, asked, stale, controls, account }: { plan: MeasurePlan; studied: MeasurePlan; asked: boolean; stale: boolean; controls: ReactNode; account: ReactNode }) {
  const { t, whole, euros, large, decimal, percent, name } = useWords()
  const amount = useAmount(plan.rule)
  const begun = plan.years.reduce((sum, year) => sum + year.measures.length, 0)
  const years = plan.years.map((year) => year.year)
  const chance = plan.break_even_per_year
  const short = plan.payers.map((payer) => ({ name: payer.name, ...payerSum(payer) })).filter((item) => item.gap > 0)
  const hazards = plan.hazards.map((hazard) => t(hazard.model === 'full' ? 'money.hazard.full' : 'money.hazard', { name: name(hazard.name), weight: percent(hazard.weight) })).join('; ')
  return (
    <>
      <header className="stack">
        <h1>{t('money.title')}</h1>
        {asked && (
          <p className="asked" role="status">
            {t(stale ? 'money.try.stale' : 'money.try.asked')}
          </p>
        )}
        <p className="lead">
          {t('money.lead', { count: whole(begun), cost: euros(plan.cost), hours: large(plan.worth.unmet_h.value), gaps: decimal(plan.worth.gaps.value), first: Math.min(...years), last: Math.max(...years) })} {t('money.lead.budget', { budget: euros(plan.years.reduce((sum, year) => sum + year.budget, 0)) })}{' '}
          {short.length === 0 ? t('money.payers.enough') : t('money.lead.short', { gap: euros(short.reduce((sum, item) => sum + item.gap, 0)), names: short.map((item) => item.name).join(', ') })} <Unconfirmed />
        </p>
        <ul className="figures figures--pairs" aria-label={t('overview.figures')}>
          <KeyFigure value={amount(plan.value)} range={t('money.se', { se: amount(plan.value_se) })}>
            {t(`money.value.${plan.rule as 'tail'}`, { first: Math.min(...years), last: Math.max(...years) })}
          </KeyFigure>
          <KeyFigure value={decimal(plan.worth.gaps.value)} range={t('money.se', { se: decimal(plan.worth.gaps.se, 2) })}>
            {t('money.gaps')}
          </KeyFigure>
          <KeyFigure value={percent(plan.worth.worst_municipality_share.value)} range={t('money.se', { se: t('money.percent', { value: decimal(plan.worth.worst_municipality_share.se * 100, 1) }) })}>{t('money.worst')}</KeyFigure>
          <KeyFigure value={chance === null ? '–' : chance > 1 ? t('money.chance.often.value', { times: decimal(chance, 1) }) : t('money.chance.value', { share: decimal(chance * 100, 2) })} range={t('money.chance.price', { price: euros(plan.euro_per_person_hour) })}>
            {t(chance !== null && chance > 1 ? 'money.chance.often' : 'money.chance')}
          </KeyFigure>
        </ul>
        <Fold id="grounds" title={t('money.grounds')} brief={t(plan.status === 'optimal' ? 'money.grounds.optimal' : 'money.grounds.feasible', { gap: decimal(plan.gap * 100, 2), replicas: whole(plan.replicas) })}>
          <p>{t(plan.status === 'optimal' ? 'money.proof.optimal' : 'money.proof.feasible', { value: amount(plan.surrogate), bound: amount(plan.bound), gap: decimal(plan.gap * 100, 2), played: amount(plan.value) })}</p>
          <p className="small soft">{t('money.proof.sum')}</p>
          <p className="small soft">{t('money.how', { hazards, replicas: whole(plan.replicas), key: t(`money.key.${plan.key as 'population'}`), paid: t(plan.direct ? 'money.direct' : 'money.cashier'), carry: t(plan.carry_over ? 'money.carry' : 'money.nocarry') })}</p>
        </Fold>
        <Notice>{t('money.assumed')}</Notice>
        <nav aria-label={t('money.parts')} className="no-print wide-only">
          <ul className="legend">
            {(['package', 'payers', 'scenarios', 'front', 'rules', 'places', 'account', 'catalogue'] as const).map((part) => (
              <li key={part}>
                <a href={`#${part}`}>{t(`money.part.${part}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {controls}
      <Package plan={plan} studied={studied} />
      <Payers plan={plan} />
      <Scenarios plan={plan} />
      <Front plan={plan} />
      <Rules plan={plan} />
      <Places plan={plan} />
      {account}
      <Catalogue plan={plan} studied={studied} />
    </>
  )
}

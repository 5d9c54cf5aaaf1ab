import { useMemo, useState, type ReactNode } from 'react'
import { path, withQuery } from '../../api/http'
import type { MeasureAccount, MeasurePlan, Results, Rows } from '../../api/types'
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
import { paidByOthers, payerSum, roomAbove, sum } from './money'
import { Package } from './package'
import { Payers } from './payers'
import { Places } from './places'
import { isAsked, questionOf, requestOf } from './question'
import { Rules } from './rules'
import { Scenarios } from './scenarios'
import { usePackage } from './use-package'
import { useAmount, useShare } from './words'

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
  // Of whom the sums are is not known before those of the nation are here.
  const waiting = query.bron === 'rijk' && nation === undefined
  const question = questionOf(query, studied, nation ?? [])
  const asked = waiting || isAsked(question, studied)
  // The account is the engine's as well: where the region keeps one, the question of the study is asked for it.
  const accounted = (region.tabellen.find((table) => table.naam === 'measure_account')?.aantalRijen ?? 0) > 0
  const state = usePackage(!waiting && (asked || accounted) ? requestOf(question, region.id) : undefined, region.versie)
  const [account, setAccount] = useState<MeasureAccount | null>()
  const answered = state.state === 'ready' ? (state.job.verantwoording ?? null) : account
  if (answered !== account) setAccount(answered)
  const [last, setLast] = useState<MeasurePlan>()
  const fresh = asked && state.state === 'ready' ? state.plan : undefined
  if (fresh && fresh !== last) setLast(fresh)
  if (!asked && last) setLast(undefined)
  const plan = asked ? (fresh ?? last ?? studied) : studied
  const note = !asked ? undefined : state.state === 'failed' ? 'failed' : fresh ? 'asked' : 'stale'
  return (
    <Plan
      plan={plan}
      studied={studied}
      note={note}
      account={<Account account={accounted ? answered : null} failure={accounted && state.state === 'failed' ? state : undefined} />}
      controls={<Controls plan={plan} question={question} nation={nation ?? []} asked={asked} state={asked ? state : { state: 'none' }} studied={studied} />}
    />
  )
}

/** The national sums by year, euros, where the region knows them: the parameter FIN01 gives three years in millions. undefined: on their way. */
function useNation(): number[] | undefined {
  const { region } = useRun()
  const rows = useResource<Rows>(withQuery(path('regios', region.id, 'tabellen', 'parameters', 'rijen'), { kolom: 'id', waarde: 'FIN01' }))
  const row = rows.data?.rijen[0]
  const sums = useMemo(() => (row ? ['low', 'typical', 'high'].map((column) => Number(row[column] ?? 0) * 1e6) : []).filter((sum) => sum > 0), [row])
  return rows.state === 'loading' ? undefined : sums
}

/** What stands at the head of a package that is not the one of the report, or not yet the one that was asked. */
const notes = { asked: 'money.try.asked', stale: 'money.try.stale', failed: 'money.try.failed' } as const

function Plan({ plan, studied, note, controls, account }: { plan: MeasurePlan; studied: MeasurePlan; note: keyof typeof notes | undefined; controls: ReactNode; account: ReactNode }) {
  const { t, whole, euros, large, decimal, percent, precise, name } = useWords()
  const amount = useAmount(plan.rule)
  const share = useShare()
  const begun = sum(plan.years.map((year) => year.measures.length))
  const others = paidByOthers(plan.years)
  const below = plan.below_minimum ?? 0
  const room = roomAbove(plan)
  const years = plan.years.map((year) => year.year)
  const chance = plan.break_even_per_year
  const short = plan.payers.map((payer) => ({ name: payer.name, ...payerSum(payer) })).filter((item) => item.gap > 0)
  const hazards = plan.hazards.map((hazard) => t(hazard.model === 'full' ? 'money.hazard.full' : 'money.hazard', { name: name(hazard.name), weight: percent(hazard.weight) })).join('; ')
  return (
    <>
      <header className="stack">
        <h1>{t('money.title')}</h1>
        {note && (
          <p className="asked" role="status">
            {t(notes[note])}
          </p>
        )}
        <p className="lead">
          {t(begun === 1 ? 'money.lead.one' : 'money.lead', { count: whole(begun), cost: euros(plan.cost), hours: large(plan.worth.unmet_h.value), gaps: precise(plan.worth.gaps.value), first: Math.min(...years), last: Math.max(...years) })} {t('money.lead.budget', { budget: euros(sum(plan.years.map((year) => year.budget))) })}{' '}
          {others > 0 && t('money.lead.others', { money: euros(others) })}{' '}
          {short.length === 0 ? t('money.payers.enough') : t('money.lead.short', { gap: euros(sum(short.map((item) => item.gap))), names: short.map((item) => item.name).join(', ') })} <Unconfirmed />
        </p>
        {below > 0 && <Notice kind="warning">{t('money.minimum.below', { asked: share(plan.minimum ?? 0), less: precise(below * 100) })}</Notice>}
        <ul className="figures figures--pairs" aria-label={t('overview.figures')}>
          <KeyFigure value={amount(plan.value)} range={t('money.se', { se: amount(plan.value_se) })}>
            {t(`money.value.${plan.rule as 'tail'}`, { first: Math.min(...years), last: Math.max(...years) })}
          </KeyFigure>
          <KeyFigure value={precise(plan.worth.gaps.value)} range={t('money.se', { se: precise(plan.worth.gaps.se) })}>
            {t('money.gaps')}
          </KeyFigure>
          <KeyFigure value={share(plan.worth.worst_municipality_share.value)} range={t('money.se', { se: share(plan.worth.worst_municipality_share.se) })}>
            {t('money.worst')}
          </KeyFigure>
          <KeyFigure value={chance === null ? '–' : chance > 1 ? t('money.chance.often.value', { times: decimal(chance, 1) }) : t('money.chance.value', { share: decimal(chance * 100, 2) })} range={t('money.chance.price', { price: euros(plan.euro_per_person_hour) })}>
            {t(chance !== null && chance > 1 ? 'money.chance.often' : 'money.chance')}
          </KeyFigure>
        </ul>
        <Fold id="grounds" title={t('money.grounds')} brief={t(room === 0 ? 'money.grounds.optimal' : 'money.grounds.feasible', { gap: decimal(room * 100, 2), replicas: whole(plan.replicas) })}>
          <p>{t(room === 0 ? 'money.proof.optimal' : 'money.proof.feasible', { value: amount(plan.surrogate_of_plan), bound: amount(plan.bound), gap: decimal(room * 100, 2), played: amount(plan.value) })}</p>
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

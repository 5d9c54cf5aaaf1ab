import { useState } from 'react'
import type { MeasurePlan } from '../../api/types'
import { Button, Check, Failure, Notice, Segments, Select, TextField } from '../../components/basics'
import { focusTitle, Fold } from '../../components/part'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { useRun } from '../../state/run'
import { payerSum, sum } from './money'
import { MoneyField } from './money-field'
import { costsText, numbersText, keys, noQuestion, payersText, rules, scenarios, studied as studiedQuestion, sumsText, type Question } from './question'
import type { PackageState } from './use-package'
import { byResidents, OwnKey } from './own-key'
import { Weights } from './weights'
import { useNames } from './words'

/** What the address has of how is chosen and divided. */
const choices = ['kies', 'geldscenario', 'sleutel', 'rechtstreeks', 'bijdrage', 'minimum', 'overhevelen'] as const

/** Whose money, how much in which year, and what to choose for: every handle changes the address, and that changes the package. */
export function Controls({ plan, studied, question, nation, asked, state }: { plan: MeasurePlan; studied: MeasurePlan; question: Question; nation: readonly number[]; asked: boolean; state: PackageState }) {
  const { t, euros, decimal } = useWords()
  const { query, set } = useAddress()
  const { results } = useRun()
  const base = studiedQuestion(studied)
  const usual = question.national ? nation : base.sums
  const towns = results.data?.municipalities ?? []
  // A cashier divides nothing over municipalities; of the nation three keys are known that give the region its part.
  const idle = !question.direct && !(question.national && ['population', 'equal', 'area'].includes(question.key))
  // A key of one's own goes with money that each municipality gets; whoever leaves it leaves that too.
  const give = (key: string) => set(key === 'own' ? { sleutel: key, aandelen: numbersText(byResidents(towns)), rechtstreeks: 'ja' } : { sleutel: key, aandelen: undefined, ...(question.key === 'own' && { rechtstreeks: undefined }) })
  const year = (index: number) => question.first + index
  return (
    <section className="card card--quiet stack" aria-labelledby="try">
      <div className="row row--between">
        <h2 id="try" tabIndex={-1}>
          {t('money.try')}
        </h2>
        {asked && (
          <Button
            onClick={() => {
              focusTitle('try')
              set(noQuestion, true)
            }}
          >
            {t('money.try.back')}
          </Button>
        )}
      </div>
      <p>{t('money.try.text')}</p>
      <div className="grid-2">
        <fieldset className="stack stack--tight plain">
          <legend>
            <strong>{t(question.national ? 'money.try.national' : 'money.try.region')}</strong>
          </legend>
          {nation.length > 0 && (
            <Segments
              legend={t('money.try.source')}
              hideLegend
              value={question.national ? 'rijk' : 'regio'}
              options={[
                { value: 'regio', label: t('money.try.source.region') },
                { value: 'rijk', label: t('money.try.source.nation') },
              ]}
              onChange={(value) => set({ bron: value === 'rijk' ? 'rijk' : undefined, geld: undefined })}
            />
          )}
          {question.sums.map((one, index) => (
            <MoneyField key={year(index)} short label={String(year(index))} value={one} usual={usual} onChange={(value) => set({ geld: sumsText(replace(question.sums, index, value)) })} />
          ))}
          <p className="small soft">{t('money.try.total', { total: euros(sum(question.sums)) })}</p>
        </fieldset>
        <Fold id="choices" title={t('money.try.choices')} brief={t('money.try.choices.now', { rule: t(`money.rule.${question.rule as 'tail'}`), scenario: t(`money.scenario.${question.scenario as 'cut'}`), paid: t(question.direct ? 'money.try.direct' : 'money.try.cashier') })} asked={choices.some((name) => query[name] !== undefined)}>
          <div className="row row--end controls">
            <Select label={t('money.try.rule')} value={question.rule} options={rules.filter((rule) => rule !== 'regret' || Object.values(question.hazards).filter((weight) => weight > 0).length > 1 || question.rule === 'regret').map((value) => ({ value, label: t(`money.rule.${value}`) }))} onChange={(value) => set({ kies: value })} />
            <Select label={t('money.try.scenario')} value={question.scenario} options={scenarios.map((value) => ({ value, label: t(`money.scenario.${value}`) }))} onChange={(value) => set({ geldscenario: value })} />
            <Select label={t('money.try.key')} value={question.key} options={keys.map((value) => ({ value, label: t(`money.key.${value}`) }))} onChange={give} />
          </div>
          {idle && <p className="small soft">{t('money.try.key.idle')}</p>}
          <Segments
            legend={t('money.try.paid')}
            value={question.direct ? 'ja' : 'nee'}
            options={[
              { value: 'nee', label: t('money.try.cashier') },
              { value: 'ja', label: t('money.try.direct') },
            ]}
            onChange={(value) => set({ rechtstreeks: value })}
          />
          {!question.direct && <Percent label={t('money.try.share')} hint={t('money.try.share.hint')} value={question.share * 100} onChange={(value) => set({ bijdrage: value > 0 ? decimalText(value) : undefined })} />}
          <Percent label={t('money.try.minimum')} hint={t('money.try.minimum.hint')} value={question.minimum} onChange={(value) => set({ minimum: value > 0 ? decimalText(value) : undefined })} />
          <Check label={t('money.try.carry')} checked={question.carry} onChange={(value) => set({ overhevelen: value ? 'ja' : 'nee' })} />
        </Fold>
      </div>
      {question.key === 'own' && (
        <Fold id="own-key" title={t('money.own')} brief={t('money.own.sum', { sum: decimal(sum(Object.values(question.shares)), 1) })} asked>
          <OwnKey question={question} />
        </Fold>
      )}
      <Payers plan={plan} studied={studied} question={question} />
      <Weights studied={studied} question={question} />
      <Costs plan={plan} question={question} />
      {asked && <Answer state={state} />}
      {state.state === 'ready' && (
        <p className="small soft">
          {state.job.rekenSeconden === null ? t('money.try.known') : t('money.try.seconds', { seconds: decimal(state.job.rekenSeconden, 1) })}{' '}
          {!question.extended && (
            <>
              {t('money.try.short')}{' '}
              <Button
                look="subtle"
                onClick={() => {
                  focusTitle('try')
                  set({ meer: 'ja' })
                }}
              >
                {t('money.try.more')}
              </Button>
            </>
          )}
        </p>
      )}
    </section>
  )
}

/** How far the answer is. */
function Answer({ state }: { state: PackageState }) {
  const { t, percent } = useWords()
  if (state.state === 'failed') return <Failure error={state.error} onRetry={state.retry} />
  if (state.state !== 'busy') return null
  return (
    <Notice title={t('money.try.busy')} live>
      <div className="stack stack--tight">
        <progress className="progress" value={state.job?.deel ?? 0} max={1} aria-label={t('money.try.busy')} />
        <span>{state.job?.status === 'wachtend' ? t('money.try.waiting') : percent(state.job?.deel ?? 0)}</span>
        <span className="small">{t('money.try.first')}</span>
      </div>
    </Notice>
  )
}

const replace = (list: readonly number[], at: number, value: number) => list.map((one, index) => (index === at ? value : one))
const decimalText = (value: number) => String(Math.round(value * 10) / 10)

function Percent({ label, hint, value, onChange }: { label: string; hint: string; value: number; onChange: (value: number) => void }) {
  const { t, decimal } = useWords()
  const [typed, setTyped] = useState<string>()
  const read = (text: string) => {
    const share = Number(text.replace(',', '.'))
    return share >= 0 && share <= 100 ? share : undefined
  }
  return (
    <TextField
      label={label}
      hint={hint}
      value={typed ?? decimal(value)}
      short
      inputMode="decimal"
      error={typed !== undefined && read(typed) === undefined ? t('money.try.percent.error') : undefined}
      onChange={(text) => {
        setTyped(text)
        const share = read(text)
        if (share !== undefined) onChange(share)
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}

/** Payers with a budget of their own, besides what the key gives them. */
function Payers({ plan, studied, question }: { plan: MeasurePlan; studied: MeasurePlan; question: Question }) {
  const { t } = useWords()
  const { set } = useAddress()
  const { results } = useRun()
  const organisations = results.data?.organisations ?? []
  const paying = new Set(plan.measures.map((measure) => measure.payer))
  const towns = new Set(plan.municipalities.map((place) => place.id))
  const free = organisations.filter((item) => (paying.has(item.name) || towns.has(item.id)) && !(item.id in question.payers))
  const nameOf = (id: string) => organisations.find((item) => item.id === id)?.name ?? id
  const give = (payers: Question['payers']) => set({ betalers: payersText(payers) || undefined })
  const moneyOf = (from: MeasurePlan, id: string) => from.payers.find((payer) => payer.id === id && payerSum(payer).available !== null)?.years.map((year) => Math.round(year.available ?? 0))
  // The scale is that of the study: the package on screen holds what is tried out here.
  const usual = (id: string) => moneyOf(studied, id) ?? []
  // Who has nothing of its own in the study starts from what the choices on screen give it.
  const start = (id: string) => moneyOf(studied, id) ?? moneyOf(plan, id) ?? question.sums.map(() => 0)
  return (
    <Fold id="payer-money" title={t('money.try.payers')} brief={Object.keys(question.payers).length === 0 ? t('money.try.payers.none') : Object.keys(question.payers).map(nameOf).join(', ')} asked={Object.keys(question.payers).length > 0}>
      <div className="stack stack--tight">
        <p className="small">{t('money.try.payers.text')}</p>
        {Object.entries(question.payers).map(([id, sums]) => (
          <fieldset key={id} className="stack stack--tight plain">
            <legend>
              <strong>{nameOf(id)}</strong>{' '}
              <Button
                look="subtle"
                aria-label={t('money.try.payers.drop', { name: nameOf(id) })}
                onClick={() => {
                  focusTitle('payer-money')
                  give(Object.fromEntries(Object.entries(question.payers).filter(([other]) => other !== id)))
                }}
              >
                {t('money.try.drop')}
              </Button>
            </legend>
            {sums.map((one, index) => (
              <MoneyField key={index} label={`${nameOf(id)} ${question.first + index}`} value={one} usual={usual(id)} onChange={(value) => give({ ...question.payers, [id]: replace(sums, index, value) })} />
            ))}
          </fieldset>
        ))}
        {free.length > 0 && (
          <div className="row row--end controls">
            <Select label={t('money.try.payers.add')} value="" options={[{ value: '', label: t('money.try.payers.choose') }, ...free.map((item) => ({ value: item.id, label: item.name }))]} onChange={(id) => id !== '' && give({ ...question.payers, [id]: start(id) })} />
          </div>
        )}
      </div>
    </Fold>
  )
}

/** Costs that are tried out and not stored. */
function Costs({ plan, question }: { plan: MeasurePlan; question: Question }) {
  const { t, euros } = useWords()
  const { set } = useAddress()
  const nameOf = useNames(plan)
  const tried = Object.entries(question.costs)
  if (tried.length === 0) return null
  return (
    <Notice title={t('money.try.costs')}>
      <ul className="list-plain">
        {tried.map(([id, cost]) => (
          <li key={id} className="row">
            <span>{t('money.try.cost', { name: nameOf(id), once: euros(cost.once), yearly: euros(cost.yearly) })}</span>
            <Button
              look="subtle"
              aria-label={t('money.try.cost.drop', { name: nameOf(id) })}
              onClick={() => {
                focusTitle('try')
                set({ kosten: costsText(Object.fromEntries(tried.filter(([other]) => other !== id))) || undefined })
              }}
            >
              {t('money.try.drop')}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

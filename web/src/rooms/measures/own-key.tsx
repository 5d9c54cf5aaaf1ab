import { Button } from '../../components/basics'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { useRun } from '../../state/run'
import { numbersText, sumOf, toHundred, type Question } from './question'

/** Parts by residents: where a key of one's own starts from. */
export const byResidents = (towns: readonly { id: string; residents: number }[]): Record<string, number> => toHundred(Object.fromEntries(towns.map((town) => [town.id, town.residents])))

/** A distribution key of one's own: a part for each municipality, with what they are together. */
export function OwnKey({ question }: { question: Question }) {
  const { t, decimal } = useWords()
  const { set } = useAddress()
  const { results } = useRun()
  const towns = results.data?.municipalities ?? []
  const sum = sumOf(question.shares)
  const give = (shares: Record<string, number>) => {
    // Nothing for anybody is no key: the last part stays.
    if (sumOf(shares) > 0) set({ aandelen: numbersText(shares) })
  }
  const whole = Math.abs(sum - 100) < 0.05
  return (
    <fieldset className="stack stack--tight plain">
      <legend className="visually-hidden">{t('money.own')}</legend>
      <p className="small">{t('money.own.text')}</p>
      <ul className="list-plain">
        {towns.map((town) => {
          const part = question.shares[town.id] ?? 0
          return (
            <li key={town.id} className="money money--weight">
              <label htmlFor={`part-${town.id}`}>{town.name}</label>
              <input id={`part-${town.id}`} className="money__slider" type="range" min={0} max={100} step={0.5} value={part} aria-valuetext={t('money.percent', { value: decimal(part, 1) })} onChange={(event) => give({ ...question.shares, [town.id]: Number(event.target.value) })} />
              <output className="numeric" htmlFor={`part-${town.id}`}>
                {t('money.percent', { value: decimal(part, 1) })}
              </output>
            </li>
          )
        })}
      </ul>
      <p role="status">{t(whole ? 'money.own.whole' : 'money.own.other', { sum: decimal(sum, 1) })}</p>
      <div className="row">
        <Button disabled={whole} onClick={() => give(toHundred(question.shares))}>
          {t('money.own.normalise')}
        </Button>
        <Button look="subtle" onClick={() => give(byResidents(towns))}>
          {t('money.own.reset')}
        </Button>
      </div>
    </fieldset>
  )
}

import { Button } from '../../components/basics'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { useRun } from '../../state/run'
import { sum } from './money'
import { numbersText, toHundred, type Question } from './question'
import { WeightSlider } from './weight-slider'

/** Parts by residents: where a key of one's own starts from. */
export const byResidents = (towns: readonly { id: string; residents: number }[]): Record<string, number> => toHundred(Object.fromEntries(towns.map((town) => [town.id, town.residents])))

/** A distribution key of one's own: a part for each municipality, with what they are together. */
export function OwnKey({ question }: { question: Question }) {
  const { t, decimal } = useWords()
  const { set } = useAddress()
  const { results } = useRun()
  const towns = results.data?.municipalities ?? []
  const all = sum(Object.values(question.shares))
  const give = (shares: Record<string, number>) => {
    // Nothing for anybody is no key: the last part stays.
    if (sum(Object.values(shares)) > 0) set({ aandelen: numbersText(shares) })
  }
  const whole = Math.abs(all - 100) < 0.05
  return (
    <fieldset className="stack stack--tight plain">
      <legend className="visually-hidden">{t('money.own')}</legend>
      <p className="small">{t('money.own.text')}</p>
      <ul className="list-plain">
        {/* In tenths, as parts of a hundred are made: a slider cannot stand between its steps. */}
        {towns.map((town) => (
          <WeightSlider key={town.id} id={`part-${town.id}`} label={town.name} value={question.shares[town.id] ?? 0} most={100} step={0.1} say={(part) => t('money.percent', { value: decimal(part, 1) })} onChange={(part) => give({ ...question.shares, [town.id]: part })} />
        ))}
      </ul>
      <p role="status">{t(whole ? 'money.own.whole' : 'money.own.other', { sum: decimal(all, 1) })}</p>
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

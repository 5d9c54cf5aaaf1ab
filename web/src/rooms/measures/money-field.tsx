import { useId, useState } from 'react'
import { useWords } from '../../i18n'
import { parseEuros } from '../../i18n/format'
import { useResting } from '../../state/resting'
import { scaleOf } from './question'

/** A sum of money that one slides or types; a screen reader hears it in euros. `usual`: what the scale is made for; `short`: a label that leaves room for the rest on one line. */
export function MoneyField({ label, value, usual, short = false, onChange }: { label: string; value: number; usual: readonly number[]; short?: boolean; onChange: (value: number) => void }) {
  const { t, euros, language } = useWords()
  const id = useId()
  const [sum, setSum] = useResting(value, onChange)
  // While one types the text stays as typed; what is no sum yet changes nothing.
  const [typed, setTyped] = useState<string>()
  // The scale stays as it is while one slides, and grows only for a sum that was typed beyond it.
  const [beyond, setBeyond] = useState(0)
  const { most, step } = scaleOf(usual, beyond)
  if (sum > most) setBeyond(sum)
  const type = (text: string) => {
    setTyped(text)
    const read = parseEuros(text, language)
    if (read !== undefined) setSum(read)
  }
  return (
    <div className={short ? 'money money--short' : 'money'}>
      <label htmlFor={`${id}-sum`}>{label}</label>
      <input id={`${id}-slide`} className="money__slider" type="range" min={0} max={most} step={step} value={sum} aria-label={t('money.slide', { what: label })} aria-valuetext={euros(sum)} onChange={(event) => setSum(Number(event.target.value))} />
      <span className="money__sum">
        <span aria-hidden="true">€</span>
        <input id={`${id}-sum`} className="utrecht-textbox utrecht-textbox--html-input" inputMode="numeric" value={typed ?? euros(sum).replace(/[€\s]/g, '')} onChange={(event) => type(event.target.value)} onBlur={() => setTyped(undefined)} />
      </span>
    </div>
  )
}

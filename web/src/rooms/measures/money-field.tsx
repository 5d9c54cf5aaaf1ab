import { useId, useState } from 'react'
import { useWords } from '../../i18n'
import { scaleOf } from './question'

/** A sum of money that one slides or types; a screen reader hears it in euros. `usual`: what the scale is made for; `short`: a label that leaves room for the rest on one line. */
export function MoneyField({ label, value, usual, short = false, onChange }: { label: string; value: number; usual: readonly number[]; short?: boolean; onChange: (value: number) => void }) {
  const { t, euros } = useWords()
  const id = useId()
  // While one types the text stays as typed; what is no sum yet changes nothing.
  const [typed, setTyped] = useState<string>()
  // The scale stays as it is while one slides, and grows only for a sum that was typed beyond it.
  const scale = scaleOf(usual)
  const { most, step } = value > scale.most ? scaleOf(usual, value) : scale
  const type = (text: string) => {
    setTyped(text)
    const plain = text.replace(/[.\s€]/g, '').replace(',', '.')
    const sum = Number(plain)
    if (plain !== '' && Number.isFinite(sum) && sum >= 0) onChange(Math.round(sum))
  }
  return (
    <div className={short ? 'money money--short' : 'money'}>
      <label htmlFor={`${id}-sum`}>{label}</label>
      <input id={`${id}-slide`} className="money__slider" type="range" min={0} max={most} step={step} value={value} aria-label={t('money.slide', { what: label })} aria-valuetext={euros(value)} onChange={(event) => onChange(Number(event.target.value))} />
      <span className="money__sum">
        <span aria-hidden="true">€</span>
        <input id={`${id}-sum`} className="utrecht-textbox utrecht-textbox--html-input" inputMode="numeric" value={typed ?? euros(value).replace(/[€\s\u00a0]/g, '')} onChange={(event) => type(event.target.value)} onBlur={() => setTyped(undefined)} />
      </span>
    </div>
  )
}

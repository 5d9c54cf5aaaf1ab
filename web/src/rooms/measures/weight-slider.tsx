import { useResting } from '../../state/resting'

/** A weight or a part that one slides, as a line of a list; a screen reader hears what `say` makes of it. */
export function WeightSlider({ id, label, value, most, step, say, onChange }: { id: string; label: string; value: number; most: number; step: number; say: (value: number) => string; onChange: (value: number) => void }) {
  const [shown, setShown] = useResting(value, onChange)
  return (
    <li className="money money--weight">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="money__slider" type="range" min={0} max={most} step={step} value={shown} aria-valuetext={say(shown)} onChange={(event) => setShown(Number(event.target.value))} />
      <output className="numeric" htmlFor={id}>
        {say(shown)}
      </output>
    </li>
  )
}

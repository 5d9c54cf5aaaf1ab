import { useMemo } from 'react'
import { path, withQuery } from '../../api/http'
import type { MeasurePlan, Rows } from '../../api/types'
import { Button, Link, Select } from '../../components/basics'
import { Fold } from '../../components/part'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import { kindOf, kindsOf, withWeight } from './money'
import { numbersText, type Question } from './question'

/** A weight that one slides; a screen reader hears the number. */
function Weight({ id, label, value, most, step, onChange }: { id: string; label: string; value: number; most: number; step: number; onChange: (value: number) => void }) {
  const { decimal } = useWords()
  return (
    <li className="money money--weight">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="money__slider" type="range" min={0} max={most} step={step} value={value} aria-valuetext={decimal(value, 2)} onChange={(event) => onChange(Number(event.target.value))} />
      <output className="numeric" htmlFor={id}>
        {decimal(value, 2)}
      </output>
    </li>
  )
}

/** What counts how much: hazards, hours without each daily need, processes. Choices of the region, tried out here and stored in Gegevens. */
export function Weights({ studied, question }: { studied: MeasurePlan; question: Question }) {
  const { t } = useWords()
  const { query, set, to } = useAddress()
  const tried = query.gewichten !== undefined || query.behoeften !== undefined || query.processen !== undefined
  return (
    <Fold id="weights" title={t('money.weights')} always asked={tried}>
      <div className="stack stack--tight">
        <p className="small">
          {t('money.weights.text')} <Link href={to('/gegevens', { tabel: 'parameters', zoek: 'choice.' })}>{t('money.weights.change')}</Link>
        </p>
        <div className="grid-2">
          <Hazards question={question} />
          <Needs studied={studied} question={question} />
        </div>
        <Processes question={question} />
        {tried && (
          <p>
            <Button onClick={() => set({ gewichten: undefined, behoeften: undefined, processen: undefined })}>{t('money.weights.back')}</Button>
          </p>
        )}
      </div>
    </Fold>
  )
}

function Hazards({ question }: { question: Question }) {
  const { t, name } = useWords()
  const { set } = useAddress()
  const { hazards } = useRun()
  return (
    <fieldset className="stack stack--tight plain">
      <legend>
        <strong>{t('money.try.hazards', { count: Object.values(question.hazards).filter((weight) => weight > 0).length })}</strong>
      </legend>
      <p className="small">{t('money.try.hazards.text')}</p>
      <ul className="list-plain">
        {hazards.map((hazard) => (
          <Weight
            key={hazard.id}
            id={`weight-${hazard.id}`}
            label={name(hazard.naam)}
            value={question.hazards[hazard.id] ?? 0}
            most={1}
            step={0.1}
            onChange={(value) => {
              const next = Object.fromEntries(Object.entries({ ...question.hazards, [hazard.id]: value }).filter(([, one]) => one > 0))
              // Without any hazard there is nothing to choose for: the last one stays.
              if (Object.keys(next).length > 0) set({ gewichten: numbersText(next) })
            }}
          />
        ))}
      </ul>
    </fieldset>
  )
}

function Needs({ studied, question }: { studied: MeasurePlan; question: Question }) {
  const { t, name } = useWords()
  const { set } = useAddress()
  const { results } = useRun()
  const names = new Map(results.data?.needs.map((need) => [need.id, name(need.name)]))
  const rows = Object.entries(studied.weights).sort(([, a], [, b]) => b - a)
  return (
    <fieldset className="stack stack--tight plain">
      <legend>
        <strong>{t('money.weights.needs')}</strong>
      </legend>
      <p className="small">{t('money.weights.needs.text')}</p>
      <ul className="list-plain">
        {rows.map(([id, base]) => (
          <Weight key={id} id={`need-${id}`} label={names.get(id) ?? id} value={question.needs[id] ?? base} most={Math.max(10, base * 2)} step={0.25} onChange={(value) => set({ behoeften: numbersText(withWeight(question.needs, id, value, base)) || undefined })} />
        ))}
      </ul>
    </fieldset>
  )
}

/** Weights by kind of process; a kind without a row in the region weighs 1. Those that are changed have a slider, the others are in the list with what they weigh. */
function Processes({ question }: { question: Question }) {
  const { t, name, decimal } = useWords()
  const { set } = useAddress()
  const { region, results } = useRun()
  const stored = useResource<Rows>(withQuery(path('regios', region.id, 'tabellen', 'parameters', 'rijen'), { zoek: 'choice.process.', paginaGrootte: 200 })).data
  const own = useMemo(() => new Map((stored?.rijen ?? []).flatMap((row) => (row.id?.startsWith('choice.process.') ? [[kindOf(row.id.slice('choice.process.'.length)), Number(row.typical ?? 1)] as const] : []))), [stored])
  const kinds = useMemo(() => kindsOf(results.data?.processes ?? []).map((kind) => ({ id: kind.id, label: name(kind.name) })), [results.data, name])
  const shown = kinds.filter((kind) => kind.id in question.processes)
  const free = kinds.filter((kind) => !shown.includes(kind))
  const give = (id: string, value: number) => set({ processen: numbersText({ ...question.processes, [id]: value }) })
  if (kinds.length === 0) return null
  return (
    <fieldset className="stack stack--tight plain">
      <legend>
        <strong>{t('money.weights.processes')}</strong>
      </legend>
      <p className="small">{t('money.weights.processes.text')}</p>
      {shown.length > 0 && (
        <ul className="list-plain">
          {shown.map((kind) => (
            <Weight key={kind.id} id={`process-${kind.id}`} label={kind.label} value={question.processes[kind.id] ?? own.get(kind.id) ?? 1} most={10} step={0.25} onChange={(value) => give(kind.id, value)} />
          ))}
        </ul>
      )}
      {free.length > 0 && (
        <div className="row row--end controls">
          <Select label={t('money.weights.processes.more')} value="" options={[{ value: '', label: t('money.weights.processes.choose') }, ...free.map((kind) => ({ value: kind.id, label: t('money.weights.processes.one', { name: kind.label, weight: decimal(own.get(kind.id) ?? 1, 2) }) }))]} onChange={(id) => id !== '' && give(id, own.get(id) ?? 1)} />
        </div>
      )}
    </fieldset>
  )
}

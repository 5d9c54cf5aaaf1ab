import { useMemo, useState, type ReactNode } from 'react'
import { path, withQuery } from '../../api/http'
import type { MeasurePlan, Rows } from '../../api/types'
import { Button, Link, Select } from '../../components/basics'
import { focusTitle, Fold } from '../../components/part'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import { kindOf, kindsOf, withWeight } from './money'
import { numbersText, type Question } from './question'
import { WeightSlider } from './weight-slider'

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
            <Button
              onClick={() => {
                focusTitle('weights')
                set({ gewichten: undefined, behoeften: undefined, processen: undefined })
              }}
            >
              {t('money.weights.back')}
            </Button>
          </p>
        )}
      </div>
    </Fold>
  )
}

/** A list of sliders under a title of its own: it is long, so that a small screen shows of it only what was chosen. */
function List({ id, title, brief, children }: { id: string; title: string; brief: string; children: ReactNode }) {
  return (
    <Fold id={id} title={title} brief={brief}>
      <fieldset className="stack stack--tight plain" aria-label={title}>
        {children}
      </fieldset>
    </Fold>
  )
}

function Hazards({ question }: { question: Question }) {
  const { t, name, decimal } = useWords()
  const { set } = useAddress()
  const { hazards } = useRun()
  const chosen = hazards.filter((hazard) => (question.hazards[hazard.id] ?? 0) > 0)
  return (
    <List id="weights-hazards" title={t('money.try.hazards', { count: chosen.length })} brief={chosen.map((hazard) => t('money.hazard', { name: name(hazard.naam), weight: decimal(question.hazards[hazard.id] ?? 0, 2) })).join('; ')}>
      <p className="small">{t('money.try.hazards.text')}</p>
      <ul className="list-plain">
        {hazards.map((hazard) => (
          <WeightSlider
            key={hazard.id}
            id={`weight-${hazard.id}`}
            label={name(hazard.naam)}
            value={question.hazards[hazard.id] ?? 0}
            most={1}
            step={0.1}
            say={(value) => decimal(value, 2)}
            onChange={(value) => {
              const next = Object.fromEntries(Object.entries({ ...question.hazards, [hazard.id]: value }).filter(([, one]) => one > 0))
              // Without any hazard there is nothing to choose for: the last one stays.
              if (Object.keys(next).length > 0) set({ gewichten: numbersText(next) })
            }}
          />
        ))}
      </ul>
    </List>
  )
}

function Needs({ studied, question }: { studied: MeasurePlan; question: Question }) {
  const { t, name, decimal } = useWords()
  const { set } = useAddress()
  const { results } = useRun()
  const names = new Map(results.data?.needs.map((need) => [need.id, name(need.name)]))
  const nameOf = (id: string) => names.get(id) ?? id
  const rows = Object.entries(studied.weights).sort(([, a], [, b]) => b - a)
  return (
    <List id="weights-needs" title={t('money.weights.needs')} brief={Object.entries(question.needs).map(([id, weight]) => t('money.hazard', { name: nameOf(id), weight: decimal(weight, 2) })).join('; ')}>
      <p className="small">{t('money.weights.needs.text')}</p>
      <ul className="list-plain">
        {rows.map(([id, base]) => (
          <WeightSlider key={id} id={`need-${id}`} label={nameOf(id)} value={question.needs[id] ?? base} most={Math.max(10, base * 2)} step={0.25} say={(value) => decimal(value, 2)} onChange={(value) => set({ behoeften: numbersText(withWeight(question.needs, id, value, base)) || undefined })} />
        ))}
      </ul>
    </List>
  )
}

/** Weights by kind of process; a kind without a row in the region weighs 1. Those that are changed or picked have a slider, the others are in the list with what they weigh. */
function Processes({ question }: { question: Question }) {
  const { t, name, decimal } = useWords()
  const { set } = useAddress()
  const { region, results } = useRun()
  const stored = useResource<Rows>(withQuery(path('regios', region.id, 'tabellen', 'parameters', 'rijen'), { zoek: 'choice.process.', paginaGrootte: 200 })).data
  const own = useMemo(() => new Map((stored?.rijen ?? []).flatMap((row) => (row.id?.startsWith('choice.process.') ? [[kindOf(row.id.slice('choice.process.'.length)), Number(row.typical ?? 1)] as const] : []))), [stored])
  const kinds = useMemo(() => kindsOf(results.data?.processes ?? []).map((kind) => ({ id: kind.id, label: name(kind.name) })), [results.data, name])
  // Picking a kind asks nothing yet: it weighs what it did.
  const [picked, setPicked] = useState<readonly string[]>([])
  const shown = kinds.filter((kind) => kind.id in question.processes || picked.includes(kind.id))
  const free = kinds.filter((kind) => !shown.includes(kind))
  const baseOf = (id: string) => own.get(id) ?? 1
  const pick = (id: string) => setPicked((now) => (id === '' || now.includes(id) ? now : [...now, id]))
  const give = (id: string, value: number) => {
    // Put back to what it weighs, it keeps its slider.
    pick(id)
    set({ processen: numbersText(withWeight(question.processes, id, value, baseOf(id))) || undefined })
  }
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
            <WeightSlider key={kind.id} id={`process-${kind.id}`} label={kind.label} value={question.processes[kind.id] ?? baseOf(kind.id)} most={10} step={0.25} say={(value) => decimal(value, 2)} onChange={(value) => give(kind.id, value)} />
          ))}
        </ul>
      )}
      {free.length > 0 && (
        <div className="row row--end controls">
          <Select label={t('money.weights.processes.more')} value="" options={[{ value: '', label: t('money.weights.processes.choose') }, ...free.map((kind) => ({ value: kind.id, label: t('money.weights.processes.one', { name: kind.label, weight: decimal(baseOf(kind.id), 2) }) }))]} onChange={pick} />
        </div>
      )}
    </fieldset>
  )
}

import { useId, useState } from 'react'
import { path, withQuery } from '../../../api/http'
import type { Rows, Targets } from '../../../api/types'
import { Button, Select, TextField } from '../../../components/basics'
import { useWords } from '../../../i18n'
import { useResource } from '../../../state/resource'
import { useRun } from '../../../state/run'
import { conditionsOf, targetKeys, targetOf, withoutKey, withoutValue, withValue, type Condition, type TargetKey } from './target'

/** More values than this of one condition are told as a number. */
const most = 6

/** What a shock aims at, as conditions in words that can be taken away and added. */
export function TargetCell({ value, error, label, unaimed, onChange }: { value: string; error: string | undefined; label: string; unaimed: boolean; onChange: (value: string) => void }) {
  const { t, name, whole } = useWords()
  const { region } = useRun()
  const targets = useResource<Targets>(path('regios', region.id, 'doelen'))
  // It stays open while conditions are added one after another.
  const [adding, setAdding] = useState(unaimed)
  const conditions = conditionsOf(value)
  if (!conditions) return <TextField label={label} hideLabel value={value} error={error} onChange={onChange} />
  const word = (key: TargetKey, id: string) => {
    const known = targets.data?.doelen.find((item) => item.sleutel === key && item.waarde === id)
    return known ? `${name(known.naam)} (${whole(known.aantal)})` : id
  }
  const put = (next: Condition[]) => onChange(targetOf(next))
  return (
    <div className="stack stack--tight target" role="group" aria-label={label}>
      {conditions.length === 0 ? (
        <span className={unaimed ? 'tag tag--warn' : 'small'}>{t(unaimed ? 'target.everything' : 'target.all')}</span>
      ) : (
        <ul className="list-plain stack stack--tight">
          {conditions.map((condition) => (
            <li key={condition.key} className="small">
              <strong>{t(`target.${condition.key}`)}</strong>{' '}
              {condition.values.length > most ? (
                <span className="chip">
                  {t('target.many', { count: whole(condition.values.length) })}{' '}
                  <button type="button" className="chip__drop" onClick={() => put(withoutKey(conditions, condition.key))} aria-label={t('target.drop', { what: t(`target.${condition.key}`) })}>
                    ×
                  </button>
                </span>
              ) : (
                condition.values.map((id) => (
                  <span className="chip" key={id}>
                    {word(condition.key, id)}{' '}
                    <button type="button" className="chip__drop" onClick={() => put(withoutValue(conditions, condition.key, id))} aria-label={t('target.drop', { what: word(condition.key, id) })}>
                      ×
                    </button>
                  </span>
                ))
              )}
            </li>
          ))}
        </ul>
      )}
      <details open={adding} onToggle={(event) => setAdding(event.currentTarget.open)}>
        <summary className="small">{t('target.change')}</summary>
        <AddCondition targets={targets.data?.doelen ?? []} onAdd={(key, id) => put(withValue(conditions, key, id))} />
      </details>
      {error && <span className="field__error">{error}</span>}
    </div>
  )
}

function AddCondition({ targets, onAdd }: { targets: Targets['doelen']; onAdd: (key: TargetKey, value: string) => void }) {
  const { t, name, whole } = useWords()
  const { region } = useRun()
  const [key, setKey] = useState<TargetKey>('kind')
  const [value, setValue] = useState('')
  const list = useId()
  const free = key === 'id' || key === 'area'
  const found = useResource<Rows>(free && value.trim().length >= 2 ? withQuery(path('regios', region.id, 'tabellen', key === 'id' ? 'assets' : 'areas', 'rijen'), { zoek: value.trim(), paginaGrootte: 12 }) : undefined)
  const choices = targets.filter((item) => item.sleutel === key)
  const chosen = free ? value.trim() : value || (choices[0]?.waarde ?? '')
  return (
    <div className="stack stack--tight">
      <Select
        label={t('target.by')}
        value={key}
        options={targetKeys.map((item) => ({ value: item, label: t(`target.${item}`) }))}
        onChange={(next) => {
          setKey(next as TargetKey)
          setValue('')
        }}
      />
      {free ? (
        <>
          <TextField label={t(key === 'id' ? 'target.find.asset' : 'target.find.area')} value={value} list={list} inputMode="search" onChange={setValue} />
          <datalist id={list}>
            {found.data?.rijen.map((row) => (
              <option key={row.id} value={row.id}>
                {row.name ?? ''}
              </option>
            ))}
          </datalist>
        </>
      ) : (
        <Select label={t('target.value')} value={chosen} options={choices.map((item) => ({ value: item.waarde, label: `${name(item.naam)} (${whole(item.aantal)})` }))} onChange={setValue} />
      )}
      <span>
        <Button
          disabled={chosen === ''}
          onClick={() => {
            onAdd(key, chosen)
            setValue('')
          }}
        >
          {t('target.add')}
        </Button>
      </span>
    </div>
  )
}

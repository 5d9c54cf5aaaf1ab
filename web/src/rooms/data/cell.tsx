import { useId, useState } from 'react'
import { path, withQuery } from '../../api/http'
import type { Column, Rows } from '../../api/types'
import { Select, TextField } from '../../components/basics'
import { useWords, type Key } from '../../i18n'
import { shownNumber, storedNumber } from '../../i18n/format'
import { useResource } from '../../state/resource'
import { useRun } from '../../state/run'

/**
 * A field for one cell: a choice where the column has choices, suggestions where it refers to a table, a number as its reader
 * writes it; what is wrong with it stands below.
 *
 * @param label    what it is called; without, the column by its name, with a star when it must be filled
 * @param compact  in a table: the heading of the column is the label that is seen, and there is no hint
 * @param word     a choice in words; without, the choice as it is stored
 */
export function Cell({ column, hint, value, error, fixed, onChange, onLeave, label, compact, word }: { column: Column; hint: string; value: string; error: string | undefined; fixed?: boolean; onChange: (value: string) => void; onLeave?: () => void; label?: string; compact?: boolean; word?: (choice: string) => string }) {
  const { t, language } = useWords()
  const { region } = useRun()
  const list = useId()
  const numeric = column.type === 'getal'
  // While one types the text stays as typed: a comma at the end is the start of a decimal.
  const [typed, setTyped] = useState<string>()
  const target = column.verwijzing[0]
  const hints = useResource<Rows>(target && value.length >= 2 && !fixed ? withQuery(path('regios', region.id, 'tabellen', target, 'rijen'), { zoek: value, paginaGrootte: 12 }) : undefined)
  const title = label ?? `${column.naam}${column.verplicht ? ' *' : ''}`
  if (fixed)
    return (
      <div className="field">
        <span className="utrecht-form-label">{label ?? column.naam}</span>
        <span className="break">{value}</span>
      </div>
    )
  if (column.keuzes.length > 0 || column.type === 'waarheid') {
    const options = column.type === 'waarheid' ? ['true', 'false'] : column.keuzes
    const own = (option: string) => (column.type === 'waarheid' ? t(option === 'true' ? 'yes' : 'no') : column.naam === 'confidence' ? t(`confidence.${option}` as Key) : option)
    return (
      <div className="field">
        <Select label={title} hideLabel={compact ?? false} value={value} options={[...(column.verplicht && value !== '' ? [] : [{ value: '', label: '–' }]), ...options.map((option) => ({ value: option, label: (word ?? own)(option) }))]} onChange={onChange} />
        {!compact && <span className="field__hint">{hint}</span>}
        {error && <span className="field__error">{error}</span>}
      </div>
    )
  }
  return (
    <>
      <TextField label={title} hideLabel={compact ?? false} {...(!compact && { hint })} value={numeric ? (typed ?? shownNumber(value, language)) : value} error={error} onChange={(text) => {
        if (numeric) setTyped(text)
        onChange(numeric ? storedNumber(text) : text)
      }} onBlur={() => {
        setTyped(undefined)
        onLeave?.()
      }} {...(target && { list })} {...(column.type !== 'tekst' && { inputMode: 'decimal' as const })} />
      {target && (
        <datalist id={list}>
          {hints.data?.rijen.map((row) => (
            <option key={row.id} value={row.id}>
              {row.name ?? row.name_nl ?? row.title ?? row.parameter ?? ''}
            </option>
          ))}
        </datalist>
      )}
    </>
  )
}

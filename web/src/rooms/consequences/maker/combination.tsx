import type { Row } from '../../../api/types'
import { Button, Select, TextField } from '../../../components/basics'
import { useWords } from '../../../i18n'
import { shownNumber, storedNumber } from '../../../i18n/format'
import { useRun } from '../../../state/run'
import { combinesOf, partsOf, type Part } from './hazard'

/** Which hazards come together, each from its hour; every part behaves exactly as it does alone. */
export function Combination({ hazard, error, onEdit }: { hazard: Row; error: string | undefined; onEdit: (cells: Row) => void }) {
  const { t, name, language } = useWords()
  const { hazards } = useRun()
  const parts = partsOf(hazard.combines ?? '')
  const choices = hazards.filter((item) => item.id !== hazard.id)
  const put = (next: readonly Part[]) => onEdit({ combines: combinesOf(next) })
  const change = (index: number, cells: Partial<Part>) => put(parts.map((part, at) => (at === index ? { ...part, ...cells } : part)))
  return (
    <div className="stack">
      {parts.map((part, index) => (
        <div key={index} className="row row--end parts" role="group" aria-label={t('parts.part', { number: index + 1 })}>
          <Select label={t('parts.hazard', { number: index + 1 })} value={part.hazard} options={[...(choices.some((item) => item.id === part.hazard) ? [] : [{ value: part.hazard, label: part.hazard }]), ...choices.map((item) => ({ value: item.id, label: name(item.naam) }))]} onChange={(value) => change(index, { hazard: value })} />
          <TextField label={t('parts.from')} short inputMode="decimal" value={shownNumber(part.from, language)} onChange={(value) => change(index, { from: storedNumber(value.replaceAll(' ', '')) })} />
          {parts.length > 2 && (
            <Button look="subtle" onClick={() => put(parts.filter((_, at) => at !== index))} aria-label={t('parts.remove', { number: index + 1 })}>
              {t('shocks.remove')}
            </Button>
          )}
        </div>
      ))}
      {error && <span className="field__error">{error}</span>}
      <p>
        <Button onClick={() => put([...parts, { hazard: choices.find((item) => !parts.some((part) => part.hazard === item.id))?.id ?? '', from: '24' }])}>{t('parts.add')}</Button>
      </p>
    </div>
  )
}

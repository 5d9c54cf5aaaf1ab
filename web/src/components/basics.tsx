import '@nl-design-system-candidate/button-css/button.css'
import '@utrecht/alert-css/dist/index.css'
import '@utrecht/form-field-css/dist/index.css'
import '@utrecht/select-css/dist/index.css'
import '@utrecht/table-css/dist/index.css'
import '@utrecht/textbox-css/dist/index.css'
import { useId, type AnchorHTMLAttributes, type ComponentProps, type MouseEvent, type ReactNode } from 'react'
import type { ApiError } from '../api/http'
import { useWords } from '../i18n'
import { go, parseAddress } from '../state/address'
import type { Resource } from '../state/resource'

/** A link within the application; a middle click or a modifier opens it as the browser does. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const cut = href.indexOf('?')
    go(cut < 0 ? parseAddress(href, '') : parseAddress(href.slice(0, cut), href.slice(cut)))
  }
  return <a href={href} onClick={follow} {...rest} />
}

type Look = 'primary' | 'secondary' | 'subtle'
export function Button({ look = 'secondary', pressed, className = '', disabled, ...rest }: ComponentProps<'button'> & { look?: Look; pressed?: boolean }) {
  const names = ['nl-button', `nl-button--${look}`, pressed && 'nl-button--pressed', disabled && 'nl-button--disabled', className]
  return <button type="button" aria-pressed={pressed} disabled={disabled} className={names.filter(Boolean).join(' ')} {...rest} />
}

export interface Option {
  value: string
  label: string
}

/** A drop-down with its label. */
export function Select({ label, value, options, onChange, hideLabel, inline }: { label: string; value: string; options: readonly Option[]; onChange: (value: string) => void; hideLabel?: boolean; inline?: boolean }) {
  const id = useId()
  return (
    <div className={inline ? 'field field--inline' : 'field'}>
      <label className={hideLabel ? 'visually-hidden' : 'utrecht-form-label'} htmlFor={id}>
        {label}
      </label>
      <select id={id} className="utrecht-select utrecht-select--html-select" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A text field with its label, a hint and, beside it, what is wrong with it. */
export function TextField({ label, value, onChange, hint, error, type = 'text', short, hideLabel, list, inputMode, onBlur, required }: {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  error?: string | undefined
  type?: string
  short?: boolean
  hideLabel?: boolean
  list?: string
  inputMode?: 'decimal' | 'numeric' | 'search'
  onBlur?: () => void
  required?: boolean
}) {
  const id = useId()
  return (
    <div className="field">
      <label className={hideLabel ? 'visually-hidden' : 'utrecht-form-label'} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={id}
        className={`utrecht-textbox utrecht-textbox--html-input${error ? ' utrecht-textbox--invalid' : ''}${short ? ' utrecht-textbox--short' : ''}`}
        type={type}
        value={value}
        list={list}
        inputMode={inputMode}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
      {error && (
        <span className="field__error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  )
}

/** A choice of a few, all in view: radio buttons that look like one bar. */
export function Segments({ legend, value, options, onChange, hideLegend }: { legend: string; value: string; options: readonly Option[]; onChange: (value: string) => void; hideLegend?: boolean }) {
  const name = useId()
  return (
    <fieldset className="segments">
      <legend className={hideLegend ? 'visually-hidden' : undefined}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

export function Check({ label, checked, onChange }: { label: ReactNode; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  )
}

export function Notice({ kind = 'info', title, children, live }: { kind?: 'info' | 'warning' | 'error' | 'ok'; title?: string; children?: ReactNode; live?: boolean }) {
  return (
    <div className={`utrecht-alert utrecht-alert--${kind}`} role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}>
      <div className="utrecht-alert__content stack stack--tight">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
    </div>
  )
}

/** What is said of a named object is an example until its owner confirmed it; this mark says so. */
export function Unconfirmed({ confirmed, short }: { confirmed?: boolean; short?: boolean }) {
  const { t } = useWords()
  if (confirmed) return null
  return (
    <span className="unconfirmed" title={t('caution.explained')}>
      {t(short ? 'caution.short' : 'caution.mark')}
    </span>
  )
}

export function Skeleton({ lines = 4 }: { lines?: number }) {
  const { t } = useWords()
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t('state.loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} aria-hidden="true" style={{ inlineSize: `${92 - ((index * 17) % 40)}%` }} />
      ))}
    </div>
  )
}

/** What went wrong, in the words of the server, with a way on. */
export function Failure({ error, onRetry }: { error: ApiError; onRetry?: () => void }) {
  const { t } = useWords()
  const offline = error.status === 0
  return (
    <Notice kind="error" title={offline ? t('state.offline') : error.problem.title} live>
      <p>{offline ? t('state.offline.text') : error.problem.detail}</p>
      {error.problem.invalidParams && (
        <ul>
          {error.problem.invalidParams.slice(0, 20).map((item, index) => (
            <li key={index}>{[item.tabel, item.rij, item.kolom ?? item.name].filter(Boolean).join(' · ') + ': ' + item.reason}</li>
          ))}
        </ul>
      )}
      {onRetry && (
        <p>
          <Button onClick={onRetry}>{t('state.retry')}</Button>
        </p>
      )}
    </Notice>
  )
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <strong>{title}</strong>
      {children}
    </div>
  )
}

/** Shows what was fetched, or that it is on its way, or why it did not come. */
export function Loaded<T>({ of, lines, children }: { of: Resource<T>; lines?: number; children: (data: T) => ReactNode }) {
  if (of.state === 'failed') return <Failure error={of.error} />
  if (of.state === 'loading') return <Skeleton {...(lines !== undefined && { lines })} />
  return <>{children(of.data)}</>
}

import { useEffect, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '../../i18n'

const wide = () => window.matchMedia('(min-width: 64rem)').matches

/** A part of the room: its answer always in view, its figures folded on a small screen. Paper gets everything. */
export function Part({ id, title, answer, children }: { id: string; title: string; answer?: ReactNode; children: ReactNode }) {
  const { t } = useWords()
  const [open, setOpen] = useState(() => wide() || window.location.hash === `#${id}`)
  useEffect(() => {
    const arrive = () => {
      if (window.location.hash === `#${id}`) setOpen(true)
    }
    const print = () => flushSync(() => setOpen(true))
    window.addEventListener('hashchange', arrive)
    window.addEventListener('beforeprint', print)
    return () => {
      window.removeEventListener('hashchange', arrive)
      window.removeEventListener('beforeprint', print)
    }
  }, [id])
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {answer}
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {t(open ? 'money.part.hide' : 'money.part.show')}
          <span className="visually-hidden">{`: ${title}`}</span>
        </summary>
        {open && <div className="stack">{children}</div>}
      </details>
    </section>
  )
}

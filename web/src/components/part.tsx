import { useEffect, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '../i18n'

const wide = () => window.matchMedia('(min-width: 64rem)').matches

/**
 * A part of a room: its answer always in view, its figures folded on a small screen. Paper gets everything.
 *
 * @param children  the figures; without them there is nothing to unfold
 * @param holds  other places within the part that links lead to, by id: a link to one of them unfolds it too
 * @param asked  the address asks for something in this part: it starts unfolded
 */
export function Part({ id, title, answer, holds = [], asked = false, children }: { id: string; title: string; answer?: ReactNode; holds?: readonly string[]; asked?: boolean; children: ReactNode }) {
  const { t } = useWords()
  const leads = [id, ...holds].join(' ')
  const [open, setOpen] = useState(() => asked || wide() || leads.split(' ').includes(window.location.hash.slice(1)))
  const [was, setWas] = useState(asked)
  // What was not asked for and now is, comes in view; what the reader folded stays folded.
  if (was !== asked) {
    setWas(asked)
    if (asked) setOpen(true)
  }
  useEffect(() => {
    const arrive = () => {
      const place = window.location.hash.slice(1)
      if (!leads.split(' ').includes(place)) return
      flushSync(() => setOpen(true))
      document.getElementById(place)?.scrollIntoView()
    }
    const print = () => flushSync(() => setOpen(true))
    window.addEventListener('hashchange', arrive)
    window.addEventListener('beforeprint', print)
    return () => {
      window.removeEventListener('hashchange', arrive)
      window.removeEventListener('beforeprint', print)
    }
  }, [leads])
  return (
    <section className="stack part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {answer}
      {children && (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            {t(open ? 'part.hide' : 'part.show')}
            <span className="visually-hidden">{`: ${title}`}</span>
          </summary>
          {open && <div className="stack">{children}</div>}
        </details>
      )}
    </section>
  )
}

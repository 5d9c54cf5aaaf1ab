import { useEffect, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '../i18n'

const wide = () => window.matchMedia('(min-width: 64rem)').matches
const placeInAddress = () => window.location.hash.slice(1)

/**
 * Whether something is unfolded: on a wide screen from the start, on a small one when the reader, a link or the printer asks. What
 * the reader did stays as it is while figures change.
 *
 * @param places  ids of the places within it that links lead to
 * @param asked  what the address asks of it; another thing asked unfolds it again
 * @param always  folded from the start on a wide screen and on paper too
 */
function useFold(places: readonly string[], asked: string | boolean | undefined, always = false): [boolean, (open: boolean) => void] {
  const leads = places.join(' ')
  const [open, setOpen] = useState(() => Boolean(asked) || (!always && wide()) || places.includes(placeInAddress()))
  const [was, setWas] = useState(asked)
  if (was !== asked) {
    setWas(asked)
    if (asked) setOpen(true)
  }
  useEffect(() => {
    const show = () => document.getElementById(placeInAddress())?.scrollIntoView()
    const isHere = () => leads.split(' ').includes(placeInAddress())
    const arrive = () => {
      if (!isHere()) return
      flushSync(() => setOpen(true))
      show()
    }
    // A link to where the address already is changes no address.
    const again = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null
      if (link && link.hash === window.location.hash) arrive()
    }
    const print = () => {
      if (!always) flushSync(() => setOpen(true))
    }
    // The room comes after its address: the browser found no such place yet.
    if (isHere()) show()
    window.addEventListener('hashchange', arrive)
    window.addEventListener('click', again)
    window.addEventListener('beforeprint', print)
    return () => {
      window.removeEventListener('hashchange', arrive)
      window.removeEventListener('click', again)
      window.removeEventListener('beforeprint', print)
    }
  }, [leads, always])
  return [open, setOpen]
}

/** Takes the focus to the title of a part or a fold: for a button that goes away when it is pressed. */
export function focusTitle(id: string): void {
  const place = document.getElementById(id)
  const title = place?.querySelector<HTMLElement>(':scope > summary') ?? place
  title?.focus()
}

/**
 * A part of a room: its answer always in view, its figures folded on a small screen. Paper gets everything.
 *
 * @param brief  in view only while the figures are folded: the figures in short
 * @param children  the figures; without them there is nothing to unfold
 * @param holds  other places within the part that links lead to, by id: a link to one of them unfolds it too
 * @param asked  what the address asks of this part: it starts unfolded
 */
export function Part({ id, title, answer, brief, holds = [], asked, children }: { id: string; title: string; answer?: ReactNode; brief?: ReactNode; holds?: readonly string[]; asked?: string | boolean | undefined; children: ReactNode }) {
  const { t } = useWords()
  const [open, setOpen] = useFold([id, ...holds], asked)
  return (
    <section className="stack part" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {answer}
      {!open && brief}
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

/**
 * Something within a part or a card that a small screen folds, under a title of its own.
 *
 * @param brief  what it says, in short: beside the title while it is folded
 * @param always  folded from the start on a wide screen and on paper too
 */
export function Fold({ id, title, brief, asked, always = false, children }: { id: string; title: string; brief?: string; asked?: string | boolean | undefined; always?: boolean; children: ReactNode }) {
  const [open, setOpen] = useFold([id], asked, always)
  return (
    <details id={id} className="fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title}
        {!open && brief && <span className="fold__brief">{brief}</span>}
      </summary>
      {open && <div className="stack stack--tight">{children}</div>}
    </details>
  )
}

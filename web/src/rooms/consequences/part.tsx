import type { ReactNode } from 'react'

/** One part of the room: its heading, what it says in one sentence, and what that rests on. */
export function Part({ id, title, lead, children }: { id: string; title: string; lead: string; children: ReactNode }) {
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="lead measure">{lead}</p>
      {children}
    </section>
  )
}

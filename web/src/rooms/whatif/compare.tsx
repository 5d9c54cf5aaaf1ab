import { useRef, useState } from 'react'
import { path, send } from '../../api/http'
import type { Results, Run } from '../../api/types'
import { Button, Empty, Link } from '../../components/basics'
import { Sideways } from '../../components/table'
import { useWords } from '../../i18n'
import { useAddress } from '../../state/address'
import { forget, useResource } from '../../state/resource'
import { useRun } from '../../state/run'
import { Rename } from './rename'
import { indicators, marks, type Mark, type Shown } from './indicators'

export const most = 6

export const comparedIds = (query: string | undefined): string[] => (query ?? '').split(',').filter(Boolean).slice(0, most)

const resultsUrl = (run: Run | undefined) => (run?.status === 'klaar' ? path('doorrekeningen', run.id, 'uitkomsten', 'overzicht') : undefined)

/** Up to six runs in one table; best and worst are marked by colour, sign and word. */
export function Compare({ runs }: { runs: readonly Run[] }) {
  const { t, language, large, people, decimal, hours } = useWords()
  const { to } = useAddress()
  // Always six calls, so that the order of hooks is the same.
  const a = useResource<Results>(resultsUrl(runs[0]))
  const b = useResource<Results>(resultsUrl(runs[1]))
  const c = useResource<Results>(resultsUrl(runs[2]))
  const d = useResource<Results>(resultsUrl(runs[3]))
  const e = useResource<Results>(resultsUrl(runs[4]))
  const f = useResource<Results>(resultsUrl(runs[5]))
  if (runs.length === 0) return <Empty title={t('compare.empty')} />
  const results = [a, b, c, d, e, f].slice(0, runs.length).map((item) => item.data)
  const rows = indicators(runs, results, language)
  const show = (value: number | null | undefined, shown: Shown): string => {
    if (value === undefined) return '–'
    if (shown === 'hours') return hours(value)
    if (value === null) return '–'
    if (shown === 'large') return large(value)
    if (shown === 'people') return people(value)
    return decimal(value, 1)
  }
  return (
    <Sideways label={t('compare.title')}>
      <table className="utrecht-table utrecht-table--compact compare">
        <caption className="visually-hidden">{t('compare.title')}</caption>
        <thead>
          <tr>
            <th scope="col" className="utrecht-table__header-cell">
              {t('compare.indicator')}
            </th>
            {runs.map((run) => (
              <th key={run.id} scope="col" className="utrecht-table__header-cell numeric">
                <Link href={to('/', { run: run.id })}>{run.naam || run.dreiging}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const marked = marks(row.values, row.better)
            return (
              <tr key={row.key}>
                <th scope="row" className="utrecht-table__cell">
                  {t(row.label.key, row.label.values)}
                </th>
                {row.values.map((value, index) => (
                  <td key={runs[index]?.id} className="utrecht-table__cell numeric" data-mark={marked[index]}>
                    {show(value, row.shown)} <MarkWord mark={marked[index]} />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Sideways>
  )
}

function MarkWord({ mark }: { mark: Mark }) {
  const { t } = useWords()
  if (!mark) return null
  return <span className={mark === 'best' ? 'tag tag--good' : 'tag tag--bad'}>{mark === 'best' ? `✓ ${t('compare.best')}` : `✗ ${t('compare.worst')}`}</span>
}

/** One run in the list: choose it for the comparison, name it, keep it, throw it away. */
export function RunLine({ run, chosen, full, onChoose }: { run: Run; chosen: boolean; full: boolean; onChoose: (chosen: boolean) => void }) {
  const { t, percent, whole } = useWords()
  const { to } = useAddress()
  const { run: shown } = useRun()
  const [renaming, setRenaming] = useState(false)
  const renameButton = useRef<HTMLButtonElement>(null)
  const title = run.naam || run.dreiging
  const busy = run.status === 'bezig' || run.status === 'wachtend'
  const change = (patch: { bewaard: boolean }) => {
    void send('PATCH', path('doorrekeningen', run.id), patch).then(() => forget(path('doorrekeningen') + '?'))
  }
  const remove = () => {
    void send('DELETE', path('doorrekeningen', run.id)).then(() => forget(path('doorrekeningen') + '?'))
  }
  const changes = (run.aanpassing.put?.length ?? 0) + (run.aanpassing.remove?.length ?? 0)
  return (
    <li className="run-line">
      <label className="check">
        <input type="checkbox" checked={chosen} disabled={busy || run.status !== 'klaar' || (full && !chosen)} onChange={(event) => onChoose(event.target.checked)} />
        <span>
          <strong>{title}</strong>
          <br />
          <span className="small soft">
            {t('run.facts', { count: whole(run.herhalingen), changes: whole(changes) })} · {t(`status.${run.status}`)}
          </span>
        </span>
      </label>
      {busy && <progress className="progress" value={run.deel} max={1} aria-label={t('computing.progress')} />}
      {busy && (
        <span className="small" role="status">
          {percent(run.deel)}
        </span>
      )}
      {renaming && (
        <Rename
          run={run}
          onDone={() => {
            setRenaming(false)
            renameButton.current?.focus()
          }}
        />
      )}
      <span className="row run-line__actions">
        {run.status === 'klaar' && run.id !== shown.id && <Link href={to('/', { run: run.id })}>{t('run.open')}</Link>}
        {run.status === 'klaar' && (
          <Button look="subtle" ref={renameButton} aria-expanded={renaming} aria-label={t('run.rename.what', { name: title })} onClick={() => setRenaming(!renaming)}>
            {t('run.name')}
          </Button>
        )}
        {run.status === 'klaar' && (
          <Button look="subtle" pressed={run.bewaard} onClick={() => change({ bewaard: !run.bewaard })}>
            {run.bewaard ? t('run.kept') : t('run.keep')}
          </Button>
        )}
        {!run.bewaard && run.id !== shown.id && (
          <Button look="subtle" onClick={remove} aria-label={t('run.remove', { name: run.naam })}>
            {busy ? t('run.cancel') : t('run.delete')}
          </Button>
        )}
      </span>
    </li>
  )
}

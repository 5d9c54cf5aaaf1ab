import { useWords } from '../../i18n'

/** How far something is that is being computed, in a bar and in words. */
export function RunProgress({ run }: { run: { status: string; deel: number; resterendeSeconden: number | null } }) {
  const { t, percent, whole } = useWords()
  return (
    <div className="stack stack--tight" role="status">
      <progress className="progress" value={run.deel} max={1} aria-label={t('computing.progress')} />
      <span>{run.status === 'wachtend' ? t('status.wachtend') : run.resterendeSeconden === null ? percent(run.deel) : t('computing.left', { share: percent(run.deel), seconds: whole(Math.ceil(run.resterendeSeconden)) })}</span>
    </div>
  )
}

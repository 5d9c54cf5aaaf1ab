import { useId } from 'react'
import { Button } from '../../components/basics'
import { useWords } from '../../i18n'
import { moment } from '../../i18n/format'
import type { Clock } from '../../state/clock'

/** The clock: play, step, slide or type an hour. The slider takes arrows, Page Up and Page Down, Home and End. */
export function ClockBar({ clock, start }: { clock: Clock; start: string }) {
  const { t, language } = useWords()
  const id = useId()
  const words = t('clock.value', { hour: clock.hour, moment: moment(start, clock.hour, language) })
  return (
    <div className="clock card card--quiet" role="group" aria-label={t('clock')}>
      <Button look="primary" onClick={clock.toggle}>
        {clock.playing ? t('clock.pause') : t('clock.play')}
      </Button>
      <Button onClick={() => clock.to(clock.hour - 1)} disabled={clock.hour === 0} aria-label={t('clock.back')}>
        −1
      </Button>
      <Button onClick={() => clock.to(clock.hour + 1)} disabled={clock.hour === clock.last} aria-label={t('clock.forward')}>
        +1
      </Button>
      <label htmlFor={`${id}-slide`} className="visually-hidden">
        {t('clock.slider')}
      </label>
      <input id={`${id}-slide`} className="clock__slider" type="range" min={0} max={clock.last} step={1} value={clock.hour} aria-valuetext={words} onChange={(event) => clock.to(Number(event.target.value))} />
      <div className="clock__number">
        <label htmlFor={`${id}-hour`}>{t('clock.hour')}</label>
        <input id={`${id}-hour`} className="utrecht-textbox utrecht-textbox--html-input utrecht-textbox--short" type="number" min={0} max={clock.last} value={clock.hour} onChange={(event) => clock.to(Number(event.target.value))} />
        <output className="nowrap">{moment(start, clock.hour, language)}</output>
      </div>
    </div>
  )
}

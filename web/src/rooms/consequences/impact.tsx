import type { Results } from '../../api/types'
import { KeyFigure, useRange } from '../../components/figures'
import { FillTables } from '../../components/fill'
import { PlainTable } from '../../components/table'
import { useWords } from '../../i18n'
import { costsOf, gravestOf } from './figures'
import { Part } from '../../components/part'

type Criterion = Results['criteria'][number]

/** A class from A to E, with what it is called; without a scale the raw measure stands alone. */
function Class({ letter }: { letter: Criterion['national_class'] }) {
  const { t } = useWords()
  return letter === null ? <span className="soft">{t('impact.noclass')}</span> : <strong>{t('impact.class', { letter, word: t(`impact.class.${letter}`) })}</strong>
}

/** How bad it is: the national impact criteria and the regional scale, each beside what was counted, and what it costs. */
export function Impact({ results }: { results: Results }) {
  const { t, name, people, euros, large } = useWords()
  const range = useRange()
  const costs = costsOf(results.criteria)
  const gravest = gravestOf(results.criteria)
  const money = (value: number | null) => (value === null ? '–' : value < 1e6 ? euros(value) : `€ ${large(value)}`)
  const raw = (item: Criterion, value: number | null) => (item.code === costs?.code ? money(value) : people(value))
  return (
    <Part
      id="impact"
      title={t('consequences.impact')}
      answer={
        <>
          <p className="lead measure">
            {gravest ? t('impact.finding', { letter: gravest.letter, word: t(`impact.class.${gravest.letter}`), names: gravest.criteria.map((item) => name(item.name)).join('; ') }) : t('impact.none')} {costs && costs.value.mean !== null && t('impact.finding.costs', { costs: money(costs.value.p50) })}
          </p>
          {!gravest && <FillTables tables={['impact_scales']} />}
        </>
      }
    >
      {results.criteria.length > 0 && (
        <>
          <p className="measure">{t('impact.text')}</p>
          <ul className="figures">
            {costs && costs.value.mean !== null ? (
              <KeyFigure value={money(costs.value.p50)} range={range(money(costs.value.p5), money(costs.value.p95))}>
                {t('impact.costs')}
              </KeyFigure>
            ) : (
              <KeyFigure value={t('impact.notcounted')}>{t('impact.costs')}</KeyFigure>
            )}
          </ul>
          <p className="small measure">{costs ? name(costs.note) : t('impact.costs.none')}</p>
          {!costs && <FillTables tables={['parameters']} />}
          <PlainTable
            stacked
            caption={t('impact.caption')}
            rows={results.criteria}
            id={(item) => item.code}
            columns={[
              { key: 'name', label: t('impact.criterion'), header: true, sort: (item) => item.code, cell: (item) => `${item.code} ${name(item.name)}` },
              { key: 'national', short: true, label: t('impact.national'), sort: (item) => item.national_class, cell: (item) => <Class letter={item.national_class} /> },
              { key: 'regional', short: true, label: t('impact.regional'), sort: (item) => item.regional_class, cell: (item) => <Class letter={item.regional_class} /> },
              {
                key: 'raw',
                label: t('impact.raw'),
                numeric: true,
                cell: (item) =>
                  item.value.mean === null ? (
                    t('impact.notcounted')
                  ) : (
                    <>
                      {item.code === costs?.code ? raw(item, item.value.p50) : `${raw(item, item.value.p50)} ${name(item.unit)}`}
                      <br />
                      <span className="soft small">{t('impact.spread', { low: raw(item, item.value.p5), high: raw(item, item.value.p95), mean: raw(item, item.value.mean) })}</span>
                    </>
                  ),
              },
              { key: 'note', minor: true, label: t('impact.note'), cell: (item) => <span className="small">{name(item.note)}</span> },
            ]}
          />
          {results.criteria.some((item) => item.national_class === null || item.regional_class === null) && (
            <>
              <p className="measure">{t('impact.unscaled')}</p>
              <FillTables tables={['impact_scales']} />
            </>
          )}
          <p className="small soft measure">{t('impact.explained')}</p>
        </>
      )}
    </Part>
  )
}

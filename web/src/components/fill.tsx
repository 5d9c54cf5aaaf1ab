import { useWords, type Key } from '../i18n'
import { useAddress } from '../state/address'
import { Link } from './basics'

/** Where something is not there for want of rows: links to the tables to fill. */
export function FillTables({ tables }: { tables: readonly string[] }) {
  const { t } = useWords()
  const { to } = useAddress()
  return (
    <ul className="row list-plain no-print">
      {tables.map((table) => (
        <li key={table}>
          <Link href={to('/gegevens', { tabel: table })}>{t('fill.table', { table: t(`table.${table}` as Key) })}</Link>
        </li>
      ))}
    </ul>
  )
}

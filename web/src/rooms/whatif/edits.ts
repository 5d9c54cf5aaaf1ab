import type { Row } from '../../api/types'
import type { PlanRow } from './plan'

// What a control of the room does to the tables, as rows to put. The engine alone knows what that does to people.

const assumed = { confidence: 'assumption' }

/** A parameter with one fixed number of hours. */
export function fixedHours(id: string, subject: string, hours: number, source: string): PlanRow {
  const value = String(hours)
  return { tabel: 'parameters', rij: { id, subject, parameter: 'uren in deze wat-als', low: value, typical: value, high: value, unit: 'h', distribution: 'fixed', points: '', group: '', share: '', note: '', source, ...assumed } }
}

const nextOrder = (own: readonly Row[]): string => String(1 + Math.max(0, ...own.map((row) => Number(row.order))))

/** A generator for a need, with so many hours on its tank; how it starts and breaks is that of an example of the region. */
export function addGenerator(need: string, own: readonly Row[], example: Row, hours: number): PlanRow[] {
  const tank = fixedHours(`wat-als/${need}/tank`, need, hours, example.source ?? '')
  return [tank, { tabel: 'backups', rij: { ...example, id: `${need}/wat-als`, need, order: nextOrder(own), kind: 'generator', capacity: tank.rij.id ?? '', start_delay: '', ...assumed } }]
}

/** A battery or stock for a need. */
export function addReservoir(need: string, own: readonly Row[], source: string, hours: number): PlanRow[] {
  const stock = fixedHours(`wat-als/${need}/voorraad`, need, hours, source)
  const row: Row = { id: `${need}/wat-als-accu`, need, order: nextOrder(own), kind: 'reservoir', capacity: stock.rij.id ?? '', recharge: '4', start_failure: '', run: '', available_from: '', start_delay: '', source, ...assumed }
  return [stock, { tabel: 'backups', rij: row }]
}

/** Another number of hours for a back-up that is there. */
export function changeHours(backup: Row, hours: number): PlanRow[] {
  const capacity = fixedHours(`wat-als/${backup.id ?? ''}/uren`, backup.need ?? '', hours, backup.source ?? '')
  return [capacity, { tabel: 'backups', rij: { ...backup, capacity: capacity.rij.id ?? '', ...assumed } }]
}

const scaled = (text: string | undefined, factor: number): string => (text === undefined || text === '' ? '' : String(Math.round(Number(text) * factor * 1000) / 1000))

/** A reserve of households, times a factor; the hours of an empirical shape grow along. */
export function scaleReserve(parameter: Row, factor: number): PlanRow {
  const points = (parameter.points ?? '')
    .split(' ')
    .filter(Boolean)
    .map((pair) => {
      const [chance = '', value = ''] = pair.split(':')
      return `${chance}:${scaled(value, factor)}`
    })
    .join(' ')
  return { tabel: 'parameters', rij: { ...parameter, low: scaled(parameter.low, factor), typical: scaled(parameter.typical, factor), high: scaled(parameter.high, factor), points, ...assumed } }
}

/** An asset that is lost from the first minute and stays so: a shock of the hazard. */
export function closeAsset(asset: string, hazard: string, hours: number, source: string): PlanRow {
  return { tabel: 'shocks', rij: { id: `wat-als/dicht/${asset}`, hazard, kind: 'hit', target: `id=${asset}`, share: '1', start_h: '0', start_delay: '', duration_h: String(hours), duration_delay: '', magnitude: '', source, ...assumed } }
}

export interface AssetTables {
  asset: Row
  needs: readonly Row[]
  /** Who supplies those needs. */
  suppliers: readonly Row[]
  backups: readonly Row[]
  /** Rows in which the asset itself is the supplier. */
  supplies: readonly Row[]
}

/** A second one beside an asset: with the same needs and back-ups, and supplier wherever the first is. */
export function addTwin({ asset, needs, suppliers, backups, supplies }: AssetTables): PlanRow[] {
  const id = asset.id ?? ''
  const twin = `${id}/wat-als`
  const renamed = new Map(needs.map((row) => [row.id ?? '', `wat-als/${row.id ?? ''}`]))
  return [
    { tabel: 'assets', rij: { ...asset, id: twin, name: `${asset.name ?? ''} (extra)`, confirmed: 'false', ...assumed } },
    ...needs.map((row) => ({ tabel: 'needs', rij: { ...row, id: renamed.get(row.id ?? '') ?? '', of: `assets/${twin}`, ...assumed } })),
    ...suppliers.map((row) => ({ tabel: 'need_suppliers', rij: { ...row, id: `wat-als/s/${row.id ?? ''}`, need: renamed.get(row.need ?? '') ?? '' } })),
    ...backups.map((row) => ({ tabel: 'backups', rij: { ...row, id: `wat-als/${row.id ?? ''}`, need: renamed.get(row.need ?? '') ?? '', ...assumed } })),
    ...supplies.map((row) => ({ tabel: 'need_suppliers', rij: { ...row, id: `wat-als/v/${row.id ?? ''}`, supplier: `assets/${twin}` } })),
  ]
}

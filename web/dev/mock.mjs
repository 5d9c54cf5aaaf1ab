// A stand-in for `veer serve` while it is being built: slices of a real results.json and the CSV tables of a region.
//   node dev/mock.mjs RESULTS_FOLDER REGION_FOLDER PORT
import { createServer } from 'node:http'
import { readFileSync, readdirSync, existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
const [results, region, port] = process.argv.slice(2)
const whole = JSON.parse(readFileSync(join(results, 'results.json'), 'utf8'))
const pack = JSON.parse(readFileSync(join(region, 'datapackage.json'), 'utf8'))
const dist = new URL('../dist/', import.meta.url).pathname
function csv(text) {
  const rows = []; let row = [], cell = '', quoted = false
  for (let i = 0; i < text.length; i++) { const c = text[i]
    if (quoted) { if (c === '"') { if (text[i + 1] === '"') { cell += '"'; i++ } else quoted = false } else cell += c }
    else if (c === '"') quoted = true
    else if (c === ',') { row.push(cell); cell = '' }
    else if (c === '\n') { row.push(cell); rows.push(row); row = []; cell = '' }
    else if (c !== '\r') cell += c }
  return rows }
const tables = {}
for (const f of readdirSync(region).filter((f) => f.endsWith('.csv'))) { const [head, ...rows] = csv(readFileSync(join(region, f), 'utf8')); tables[f.slice(0, -4)] = { head, rows: rows.map((r) => Object.fromEntries(head.map((h, i) => [h, r[i] ?? '']))) } }
const kf = (d) => ({ persoonsurenOnvervuld: { gemiddelde: d.total_unmet_person_hours.mean, p5: d.total_unmet_person_hours.p5, p50: d.total_unmet_person_hours.p50, p95: d.total_unmet_person_hours.p95 }, perBehoefte: d.needs.map((n) => ({ id: n.id, naam: n.name, persoonsuren: d.region.unmet_person_hours[n.id].all.mean, meesteMensen: Math.max(...d.region.unmet[n.id].mean), uurMeesteMensen: 72 })), processenTotaal: d.processes.length, mtpdVerwachtOverschreden: d.processes.reduce((s, p) => s + p.mtpd_exceeded.mean, 0), rtoVerwachtGemist: d.processes.reduce((s, p) => s + p.rto_missed.mean, 0), eersteUitval: { proces: d.processes[0].id, naam: d.processes[0].name, organisatie: '', uur: 0.5 } })
const runs = [{ id: 'r1', regio: 'haaglanden', naam: '72 uur zonder elektriciteit', dreiging: 'power-72h', seizoen: null, start: null, duurUren: null, herhalingen: 2000, aanpassing: {}, regioVersie: 'v1', regioWijziging: 1, status: 'klaar', deel: 1, resterendeSeconden: 0, aangemaaktTijdstip: '2026-11-25T19:00:00Z', gestartTijdstip: null, afgerondTijdstip: null, rekenSeconden: 9, bewaard: true, uitGeheugen: false, fout: null, kerncijfers: kf(whole) }]
let change = 1
const head = () => ({ nummer: change, tijdstip: '2026-11-25T19:00:00Z', wie: 'import', notitie: 'eerste', soort: 'import', terugdraaiingVan: null, telling: { put: 1, remove: 0 }, tabellen: ['assets'], hash: 'abc' })
const reg = () => ({ id: 'haaglanden', titel: 'Haaglanden', peilDatum: '2021-01-01', inwoners: 1121670, gemeenten: [], tabellen: Object.keys(tables).map((n) => ({ naam: n, omschrijving: '', aantalRijen: tables[n].rows.length })), licentie: 'ODbL', bronvermeldingen: [], objectenBevestigd: 0, objectenTotaal: 3731, versie: 'v1', laatsteWijziging: head() })
const tableInfo = (n) => { const res = pack.resources.find((r) => r.name === n); return { naam: n, omschrijving: res?.description ?? '', kolommen: tables[n].head.map((h) => { const f = res?.schema.fields.find((f) => f.name === h) ?? {}; return { naam: h, type: { number: 'getal', integer: 'geheel', boolean: 'waarheid' }[f.type] ?? 'tekst', omschrijving: f.description ?? '', verplicht: !!f.constraints?.required, lijst: false, verwijzing: [], keuzes: f.constraints?.enum ?? [], minimum: null, maximum: null, ingevuld: tables[n].rows.filter((r) => r[h]).length } }), aantalRijen: tables[n].rows.length, volledigheid: 0.9, zekerheid: { measured: 0, register: 1, published: 2, estimate: 3, assumption: 9 }, bevestigd: null, licentie: '' } }
function api(url, method, body) {
  const p = url.pathname.split('/').slice(2).map(decodeURIComponent), q = url.searchParams
  if (p[0] === 'regios' && p.length === 1) return { regios: [reg()] }
  if (p[0] === 'regios' && p.length === 2) return reg()
  if (p[0] === 'regios') {
    if (p[2] === 'dreigingen') return { dreigingen: tables.hazards.rows.map((h) => ({ id: h.id, naam: { nl: h.name_nl, en: h.name_en }, start: h.start, seizoen: h.season, duurUren: 72, horizonUren: 168, zekerheid: h.confidence })) }
    if (p[2] === 'wijzigingen' && method === 'POST') { const b = JSON.parse(body); const errors = (b.put ?? []).flatMap((x) => Object.entries(x.rij).filter(([, v]) => v === 'fout').map(([k]) => ({ name: k, tabel: x.tabel, rij: x.rij.id, kolom: k, reason: 'fout mag niet' }))); if (errors.length) throw Object.assign(new Error(), { status: 400, problem: { status: 400, title: 'Niet geldig', detail: 'Er klopt iets niet', invalidParams: errors } }); return { ...head(), vorigeHash: '', put: b.put ?? [], remove: b.remove ?? [], rijenWeggelaten: false, waarschuwingen: [] } }
    if (p[2] === 'wijzigingen') return { wijzigingen: [head()], paginering: { pagina: 1, paginaGrootte: 20, totaal: 1, paginas: 1 } }
    if (p[2] === 'tabellen' && p.length === 3) return { tabellen: Object.keys(tables).map(tableInfo) }
    if (p[2] === 'tabellen' && p.length === 4) return tableInfo(p[3])
    if (p[4] === 'rijen' && p.length === 6) return { tabel: p[3], rij: tables[p[3]].rows.find((r) => r.id === p[5]), laatsteWijziging: head(), gebruiktDoor: [] }
    if (p[4] === 'rijen') { let r = tables[p[3]].rows; if (q.get('zoek')) r = r.filter((x) => Object.values(x).some((v) => v.toLowerCase().includes(q.get('zoek').toLowerCase()))); if (q.get('kolom')) r = r.filter((x) => x[q.get('kolom')] === q.get('waarde')); const size = +(q.get('paginaGrootte') ?? 50), page = +(q.get('pagina') ?? 1); return { tabel: p[3], rijen: r.slice((page - 1) * size, page * size), paginering: { pagina: page, paginaGrootte: size, totaal: r.length, paginas: Math.ceil(r.length / size) } } }
  }
  if (p[0] === 'plaatsingen') return { id: 'p1', status: 'klaar', deel: 1, uitkomst: JSON.parse(readFileSync('/tmp/site2.json', 'utf8')) }
  if (p[0] === 'doorrekeningen') {
    if (p.length === 1 && method === 'POST') { const b = JSON.parse(body); const run = { ...runs[0], ...b, id: 'r' + (runs.length + 1), aanpassing: b.aanpassing ?? {}, bewaard: false }; runs.unshift(run); return run }
    if (p.length === 1) return { doorrekeningen: runs, paginering: {} }
    const run = runs.find((r) => r.id === p[1]); if (!run) return undefined
    if (p.length === 2) { if (method === 'PATCH') Object.assign(run, JSON.parse(body)); return run }
    if (p[2] === 'uitkomsten') {
      if (p.length === 3) return whole
      if (p[3] === 'overzicht') { const { areas, assets, parameters, held_view, ...rest } = whole; return { ...rest, held_view: held_view.map((h) => ({ process: h.process, horizons: [] })) } }
      if (p[3] === 'gebieden' && p.length === 4) { const need = q.get('behoefte'), kind = q.get('soort') ?? 'unmet'; return { behoefte: need, soort: kind, uren: 168, gebieden: whole.areas.map((a) => ({ id: a.id, naam: a.name, gemeente: a.municipality, inwoners: a.residents, gemiddelde: a[kind][need].mean })) } }
      if (p[3] === 'gebieden') return whole.areas.find((a) => a.id === p[4])
      if (p[3] === 'objecten' && p.length === 4) { let a = whole.assets; if (q.get('dienst')) a = a.filter((x) => x.service === q.get('dienst')); if (q.get('zoek')) a = a.filter((x) => (x.name + x.id).toLowerCase().includes(q.get('zoek').toLowerCase())); const size = +(q.get('paginaGrootte') ?? 50); return { objecten: a.slice(0, size).map(({ down_probability, ...x }) => x), paginering: { pagina: 1, paginaGrootte: size, totaal: a.length, paginas: 1 } } }
      if (p[3] === 'objecten') return whole.assets.find((a) => a.id === p[4])
      if (p[3] === 'objectreeksen') return { dienst: q.get('dienst'), uren: 168, objecten: whole.assets.filter((a) => a.service === q.get('dienst')).map((a) => ({ id: a.id, kans: a.down_probability.map((v) => Math.round(100 * v)) })) }
      if (p[3] === 'processen') { const proces = whole.processes.find((x) => x.id === p[4]); return { proces, heldView: whole.held_view.find((x) => x.process === p[4]) ?? null, organisatie: whole.organisations.find((o) => o.id === proces.organisation) ?? null } }
      if (p[3] === 'noodsteunpunten') return JSON.parse(readFileSync('/tmp/site.json', 'utf8'))
    }
    if (p[2] === 'verklaringen') return { object: q.get('object'), herhaling: 7, zinnen: [{ diepte: 0, tekst: 'Dinsdag 17 januari 17:35 viel dit uit, want er was geen elektriciteit.' }, { diepte: 1, tekst: 'Het noodaggregaat startte niet.' }, { diepte: 0, tekst: 'Het kwam terug op vrijdag 20 januari 23:10.' }], voorbeeldgegevens: 'voorbeeldgegevens – niet bevestigd' }
    if (p[2] === 'bestanden' && p.length === 3) return { bestanden: readdirSync(results).map((naam) => ({ naam, mediatype: '', bytes: 1000 })) }
  }
  return undefined
}
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json' }
const csp = "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; worker-src 'self'; connect-src 'self'; frame-ancestors 'none'"
createServer((request, response) => {
  const url = new URL(request.url, 'http://x'); let body = ''
  request.on('data', (d) => (body += d)); request.on('end', () => {
    const answer = (status, type, content) => { response.writeHead(status, { 'content-type': type, 'content-encoding': 'gzip', 'content-security-policy': csp }); response.end(gzipSync(content)) }
    if (url.pathname.startsWith('/ogc/v1/collections/')) return answer(200, 'application/geo+json', readFileSync(join(region, 'outlines.geojson')))
    if (url.pathname.startsWith('/v1/')) { try { const a = api(url, request.method, body); return a === undefined ? answer(404, 'application/problem+json', JSON.stringify({ status: 404, title: 'Niet gevonden', detail: url.pathname })) : answer(200, 'application/json', JSON.stringify(a)) } catch (e) { return answer(e.status ?? 500, 'application/problem+json', JSON.stringify(e.problem ?? { status: 500, title: 'x', detail: String(e.stack) })) } }
    let file = join(dist, url.pathname); if (!existsSync(file) || url.pathname === '/' || !extname(file)) file = join(dist, 'index.html')
    answer(200, types[extname(file)] ?? 'application/octet-stream', readFileSync(file)) })
}).listen(+port, '127.0.0.1')

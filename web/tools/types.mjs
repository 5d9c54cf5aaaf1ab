// Writes src/api/generated/*.ts from the contracts in schema/: results.schema.json and openapi.json.
//
// The types are not committed: they are made before every build, so that they cannot lag behind the contracts.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { compile } from 'json-schema-to-typescript'

const schema = new URL('../../schema/', import.meta.url)
const target = new URL('../src/api/generated/', import.meta.url)
const options = { bannerComment: '/* Made by tools/types.mjs from schema/; do not edit. */', additionalProperties: false, unreachableDefinitions: true }

/** OpenAPI keeps its types under components/schemas; as a JSON Schema they are definitions. */
function fromOpenApi(document) {
  const text = JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', '#/$defs/')
  return { title: 'Api', type: 'object', additionalProperties: false, $defs: nullable(JSON.parse(text)) }
}

/** OpenAPI 3.0 says `nullable: true` where JSON Schema says `type: [..., "null"]`. */
function nullable(node) {
  if (Array.isArray(node)) return node.map(nullable)
  if (node === null || typeof node !== 'object') return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, nullable(value)]))
  if (copy.nullable === true && typeof copy.type === 'string') copy.type = [copy.type, 'null']
  return copy
}

/** A title would give every member an alias of its own; the names of the definitions are what the code uses. */
function untitled(node) {
  if (Array.isArray(node)) return node.map(untitled)
  if (node === null || typeof node !== 'object') return node
  // What stands beside a reference says how it is used here; kept, it would make a type of its own.
  if (typeof node.$ref === 'string') return { $ref: node.$ref }
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !(key === 'title' && typeof value === 'string'))
      .map(([key, value]) => [key, untitled(value)]),
  )
}

await mkdir(target, { recursive: true })
const results = JSON.parse(await readFile(new URL('results.schema.json', schema), 'utf8'))
await writeFile(new URL('results.ts', target), await compile({ ...untitled(results), title: 'Results' }, 'Results', options))
const api = JSON.parse(await readFile(new URL('openapi.json', schema), 'utf8'))
await writeFile(new URL('api.ts', target), await compile(fromOpenApi(api), 'Api', options))

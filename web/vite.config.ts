import react from '@vitejs/plugin-react'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')
/** Names the interface and the results that this build knows, as src/server/CMakeLists.txt does for the server. */
const contract = sha256(['openapi.json', 'results.schema.json'].map((name) => sha256(readFileSync(new URL(`../schema/${name}`, import.meta.url)))).join(''))

// The application is served by `veer serve`; during development Vite passes the interface on to a running one.
const server = process.env.VEER_SERVER ?? 'http://127.0.0.1:8072'

export default defineConfig({
  plugins: [
    react(),
    {
      name: 'contract',
      generateBundle() {
        this.emitFile({ type: 'asset', fileName: 'contract.json', source: JSON.stringify({ contract }) + '\n' })
      },
    },
  ],
  define: { __CONTRACT__: JSON.stringify(contract) },
  // MapLibre's worker is a module (maplibre-gl 6 is ESM only).
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // A strict content security policy allows no data: fonts, and small images gain little by being inlined.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    manifest: true,
  },
  server: { proxy: { '/v1': server, '/ogc': server, '/gezondheid': server } },
  test: { include: ['src/**/*.test.ts', 'tools/**/*.test.mjs'], environment: 'node' },
})

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// The application is served by `veer serve`; during development Vite passes the interface on to a running one.
const server = process.env.VEER_SERVER ?? 'http://127.0.0.1:8072'

export default defineConfig({
  plugins: [react()],
  // MapLibre's worker is a module (maplibre-gl 6 is ESM only).
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // A strict content security policy allows no data: fonts, and small images gain little by being inlined.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    manifest: true,
  },
  server: { proxy: { '/v1': server, '/ogc': server } },
  test: { include: ['src/**/*.test.ts', 'tools/**/*.test.mjs'], environment: 'node' },
})

// The stage of the browser tests: a real server with Haaglanden on a database of its own, and Debian's Chromium.
import AxeBuilder from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = new URL('../../', import.meta.url).pathname
const shown = process.env.VEER_REGION ?? join(root, 'regions/haaglanden')
/** The invented village: small, and without much that a region may have. */
export const village = join(root, 'regions/dorp')

async function freePort() {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** A server that can be stopped and started again on the same port with the same data. */
export async function openServer(region = shown) {
  const folder = mkdtempSync(join(tmpdir(), 'veer-web-'))
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  let child
  let said = ''
  const start = async () => {
    child = spawn(process.env.VEER ?? join(root, 'build/release/veer'), ['serve', '--region', region, '--data', join(folder, 'veer.db'), '--port', String(port)], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (data) => (said += data))
    child.stderr.on('data', (data) => (said += data))
    for (let tries = 0; tries < 300; tries += 1) {
      if (child.exitCode !== null) throw new Error(`veer serve ended with ${child.exitCode}:\n${said}`)
      try {
        if ((await fetch(`${base}/gezondheid`)).ok) return
      } catch {
        // Not there yet.
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`veer serve did not answer within 30 seconds:\n${said}`)
  }
  const stop = async () => {
    if (child.exitCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  await start()
  return {
    base,
    start,
    stop,
    close: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim()
  // SwiftShader draws WebGL without a graphics card.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'] })
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds on a page, as lines: rule, element, why. */
export async function violations(page) {
  const { violations: found } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(tags).analyze()
  return found.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} – ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`))
}

/** Requests that leave the server, and what the console complains of (a refused style or script stands there). */
export function watch(context, base) {
  const outside = []
  const complaints = []
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(base) && !url.startsWith('data:') && !url.startsWith('blob:')) outside.push(url)
  })
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  return { outside, complaints }
}

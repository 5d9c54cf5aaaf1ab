import type { Probleem } from './generated/api'

/** An answer of the server that says what went wrong (RFC 9457), or that it did not answer at all (status 0). */
export class ApiError extends Error {
  readonly status: number
  readonly problem: Probleem

  constructor(problem: Probleem) {
    super(problem.detail)
    this.status = problem.status
    this.problem = problem
  }
}

export const base = '/v1'

/** Puts parts of a path together; an id may hold a slash, which is escaped. */
export function path(...parts: (string | number)[]): string {
  return [base, ...parts.map((part) => encodeURIComponent(part))].join('/')
}

/** Adds a query; empty values stay out. */
export function withQuery(url: string, query: Record<string, string | number | boolean | undefined>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '' && value !== false) search.set(key, String(value))
  }
  const text = search.toString()
  return text === '' ? url : `${url}?${text}`
}

async function problemOf(response: Response): Promise<Probleem> {
  const fallback = { status: response.status, title: response.statusText, detail: `HTTP ${response.status}` }
  if (!(response.headers.get('content-type') ?? '').includes('json')) return fallback
  try {
    return { ...fallback, ...((await response.json()) as Partial<Probleem>) }
  } catch {
    return fallback
  }
}

/** What goes wrong is said in the language of the page, whatever the browser prefers. */
async function request(url: string, init?: RequestInit): Promise<Response> {
  let response: Response
  try {
    const headers = new Headers(init?.headers)
    headers.set('accept-language', document.documentElement.lang || 'nl')
    response = await fetch(url, { ...init, headers })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError({ status: 0, title: 'offline', detail: '' })
  }
  if (!response.ok) throw new ApiError(await problemOf(response))
  return response
}

export async function getJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  const response = await request(url, { headers: { accept: 'application/json, application/geo+json' }, ...(signal && { signal }) })
  return (await response.json()) as T
}

/** Sends JSON (or a file as it is) and gives the answer, or undefined for 204. */
export async function send<T>(method: 'POST' | 'PATCH' | 'DELETE', url: string, body?: unknown): Promise<T | undefined> {
  const init: RequestInit = { method, headers: { accept: 'application/json' } }
  if (body instanceof Blob) {
    init.body = body
    init.headers = { accept: 'application/json', 'content-type': body.type }
  } else if (body !== undefined) {
    init.body = JSON.stringify(body)
    init.headers = { accept: 'application/json', 'content-type': 'application/json' }
  }
  const response = await request(url, init)
  if (response.status === 204) return undefined
  return (await response.json()) as T
}

export const longest = 200

/** What is wrong with a name: nothing, that it is empty, or that it is too long. The server counts bytes. */
export function nameProblem(name: string): 'empty' | 'long' | undefined {
  const bytes = new TextEncoder().encode(name.trim()).length
  return bytes === 0 ? 'empty' : bytes > longest ? 'long' : undefined
}

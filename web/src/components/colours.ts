// One scale for "how much is lost", from nothing to all. The steps differ in lightness, so that they survive grey print and
// colour blindness; each is named in words in legend and table.

export const steps = [0.01, 0.1, 0.25, 0.5, 0.75] as const
export const colours = ['#f1f4f7', '#fde6c8', '#f8c48a', '#ec9455', '#cc5b34', '#8b1f2b'] as const
/** From nothing to much of what is won: green, ever darker. */
export const gains = ['#f1f4f7', '#d6eae3', '#b5d8cd', '#7fb9aa', '#4d9a86', '#0f5c4a'] as const
/** Better, about equal, worse: for the difference of two runs, in share points. */
export const differenceSteps = [-0.25, -0.1, -0.02, 0.02, 0.1, 0.25] as const
export const differenceColours = ['#0f5c4a', '#4d9a86', '#b5d8cd', '#f1f4f7', '#f3c3a5', '#d2773f', '#8b3a12'] as const

function step(value: number, bounds: readonly number[]): number {
  let index = 0
  while (index < bounds.length && value >= (bounds[index] as number)) index += 1
  return index
}

export const colourOf = (share: number): string => colours[step(share, steps)] as string
export const differenceColourOf = (difference: number): string => differenceColours[step(difference, differenceSteps)] as string

const channels = (colour: string): number[] => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))

/** So many colours from the first stop to the last, evenly between the stops. */
export function rampOf(stops: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const place = count > 1 ? (index / (count - 1)) * (stops.length - 1) : 0
    const at = Math.min(Math.floor(place), stops.length - 2)
    const from = channels(stops[at] as string)
    const to = channels(stops[at + 1] as string)
    return `#${from.map((value, channel) => Math.round(value + ((to[channel] as number) - value) * (place - at)).toString(16).padStart(2, '0')).join('')}`
  })
}

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

/** Lightness as the eye has it, 0 to 100 (CIE 1976). */
export function lightnessOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4))
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return luminance > 216 / 24389 ? 116 * Math.cbrt(luminance) - 16 : (luminance * 24389) / 27
}

/** So many colours along stops that get ever darker, each as much darker than the one before: twice the number is twice the darkness. */
export function rampOf(stops: readonly string[], count: number): string[] {
  const light = stops.map(lightnessOf)
  const first = light[0] ?? 0
  const last = light.at(-1) ?? 0
  return Array.from({ length: count }, (_, index) => {
    const wanted = first + (last - first) * (count > 1 ? index / (count - 1) : 0)
    const at = Math.max(0, Math.min(stops.length - 2, light.findLastIndex((value) => value >= wanted - 1e-9)))
    const from = channels(stops[at] as string)
    const to = channels(stops[at + 1] as string)
    const between = (part: number) => `#${from.map((value, channel) => Math.round(value + ((to[channel] as number) - value) * part).toString(16).padStart(2, '0')).join('')}`
    // Between two stops lightness is no straight line: halve until it is met.
    let low = 0
    let high = 1
    for (let round = 0; round < 12; round += 1) {
      const middle = (low + high) / 2
      if (lightnessOf(between(middle)) > wanted) low = middle
      else high = middle
    }
    return between(index === 0 ? 0 : high)
  })
}

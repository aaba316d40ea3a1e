/** Colours of the canvas, which knows no style sheet: read from the page's variables, so that they follow the theme. */

export interface Colours {
  readonly ink: string
  readonly paper: string
  readonly quiet: string
  readonly line: string
  readonly accent: string
  /** Lines by modality: done, urged or planned, denied. */
  readonly done: string
  readonly urged: string
  readonly denied: string
}

/** `rgb(…)` for whatever a variable says, light-dark() included. */
function computed(probe: HTMLElement, name: string): string {
  probe.style.color = `var(--${name})`
  return getComputedStyle(probe).color
}

export function coloursOf(host: HTMLElement): Colours {
  const probe = document.createElement('span')
  host.append(probe)
  const colour = (name: string): string => computed(probe, name)
  const colours = { ink: colour('ink'), paper: colour('paper'), quiet: colour('quiet'), line: colour('line'), accent: colour('accent'), done: colour('done'), urged: colour('urged'), denied: colour('denied') }
  probe.remove()
  return colours
}

export const modalityColour = (modality: string, colours: Colours): string =>
  modality === 'ASSERTED' ? colours.done : modality === 'DENIED' ? colours.denied : colours.urged

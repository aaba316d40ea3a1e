/** Elements from data. Text goes in as text nodes only, so nothing that an article says can become markup. */

type Child = Node | string | null
type Attributes = Readonly<Record<string, string | boolean>>

/** An element with attributes and children; `null` children are left out, `false` attributes too. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '')
    else if (value !== false) element.setAttribute(name, value)
  }
  element.append(...children.filter((child) => child !== null))
  return element
}

/** The element with this id, of this class. The page is broken without it, so its absence throws. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id)
  if (!(element instanceof type)) throw new Error(`#${id} is missing`)
  return element
}

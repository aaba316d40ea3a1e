import type { EntityRef } from './answer-types.js'
import { h } from './dom.js'
import { addressOf } from './url-state.js'
import type { Words } from './words.js'

/** A link that asks about the entity. */
export const entityLink = ({ id, name }: EntityRef): HTMLAnchorElement => h('a', { href: addressOf({ q: name, id }) }, name)

/** Entities to choose from, each with its kind. */
export const entityList = (entities: readonly EntityRef[], words: Words): HTMLUListElement =>
  h('ul', { class: 'list examples' }, ...entities.map((entity) => h('li', {}, entityLink(entity), ' ', h('span', { class: 'badge kind' }, words.kind(entity.kind)))))

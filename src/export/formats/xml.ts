/** Text in XML 1.0. Characters that XML cannot hold become U+FFFD. */

// Anything but the characters of XML 1.0, section 2.2; lone surrogates among them.
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

const legal = (text: string): string => text.replace(NOT_XML, '\uFFFD')

/** Text between tags; a carriage return as a reference, since readers turn a bare one into a line feed. */
export const xmlText = (text: string): string => legal(text).replace(/[&<>]/gu, (character) => NAMED[character] ?? character).replaceAll('\r', '&#13;')

/** An attribute's value without its quotes; white space as references, since readers turn the bare characters into blanks. */
export const xmlAttribute = (text: string): string =>
  legal(text).replace(/[&<>"']/gu, (character) => NAMED[character] ?? character).replace(/[\t\n\r]/gu, (character) => `&#${character.charCodeAt(0)};`)

/** ` name="value"` for each attribute that has one. */
export const xmlAttributes = (attributes: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(attributes).map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlAttribute(String(value))}"`)).join('')

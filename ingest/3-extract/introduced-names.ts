const NOTE = /^[（(](?:以下|下)?(?:统)?(?:简称|称)(?:为)?[：:]?[“"‘]?([^”"’）)，。]{2,14})[”"’]?[）)]/

/** Initials in brackets behind a name in title marks (《…协定》(RCEP)). */
const INITIALS = /^[（(]([A-Z][A-Za-z\d-]{1,9})[）)]/

/** The short name that the text gives right behind a full one: X（以下简称“Y”）; undefined where it gives none. */
export function introducedName(text: string, end: number): string | undefined {
  const char = text.charAt(end)
  if (char !== '（' && char !== '(') return undefined
  const behind = text.slice(end, end + 32)
  return NOTE.exec(behind)?.[1] ?? (text.charAt(end - 1) === '》' ? INITIALS.exec(behind)?.[1] : undefined)
}

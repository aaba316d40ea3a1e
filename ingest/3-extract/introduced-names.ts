const NOTE = /^[（(](?:以下|下)?(?:统)?(?:简称|称)(?:为)?[：:]?[“"‘]?([^”"’）)，。]{2,14})[”"’]?[）)]/

/** The short name that the text gives right behind a full one: X（以下简称“Y”）; undefined where it gives none. */
export function introducedName(text: string, end: number): string | undefined {
  const char = text.charAt(end)
  return char === '（' || char === '(' ? NOTE.exec(text.slice(end, end + 32))?.[1] : undefined
}

const NOTE = /^[（(](?:以下|下)?(?:统)?(?:简称|称)(?:为)?[：:]?[“"‘]?([^”"’）)，。]{2,14})[”"’]?[）)]/

/** What a paper calls a party to it; such words stand for nobody by themselves. */
const ROLE = /^(?:本|该|上市|标的|目标)?(?:公司|集团|企业|银行|基金)$|^(?:发行人|[甲乙丙买卖]方|交易对方|保荐人|受托人)$/

/** Initials in brackets behind a name in title marks (《…协定》(RCEP)). */
const INITIALS = /^[（(]([A-Z][A-Za-z\d-]{1,9})[）)]/

/** The short name that the text gives right behind a full one: X（以下简称“Y”）; undefined where it gives none. */
export function introducedName(text: string, end: number): string | undefined {
  const char = text.charAt(end)
  if (char !== '（' && char !== '(') return undefined
  const behind = text.slice(end, end + 32)
  const noted = NOTE.exec(behind)?.[1]
  if (noted !== undefined) return ROLE.test(noted) ? undefined : noted
  return text.charAt(end - 1) === '》' ? INITIALS.exec(behind)?.[1] : undefined
}

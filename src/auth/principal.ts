import { PolicyGraphError } from '../core/errors.js'
import { reaches, type Role } from './roles.js'

/** Who asks, and how that is known. */
export interface Principal {
  /** Name that acts are logged under. */
  readonly actor: string
  readonly role: Role
  /**
   * `token`, `jwt`: by a bearer token. `local`: on this machine, where no tokens are in use. `open`: nobody in particular, where reading
   * is open. `cross-site`: would be `local`, but the request looks like one that a foreign web page made.
   */
  readonly how: 'token' | 'jwt' | 'local' | 'open' | 'cross-site'
}

/** Actors that no token and no identity provider may claim. */
export const LOCAL_ACTOR = 'local'
export const NOBODY = 'anonymous'
const RESERVED: readonly string[] = [LOCAL_ACTOR, NOBODY]

/** Longest name of an actor, in UTF-16 code units. */
export const MAX_ACTOR = 100

/** A name that acts can be logged under, trimmed. BAD_INPUT when it is empty, too long, reserved or holds control characters. */
export function checkActor(name: string): string {
  const actor = name.trim()
  if (actor === '' || actor.length > MAX_ACTOR || RESERVED.includes(actor) || /\p{C}/u.test(actor)) {
    throw new PolicyGraphError(
      'BAD_INPUT', `姓名应为 1–${MAX_ACTOR} 个可见字符，且不是 ${RESERVED.join('、')} · a name has 1 to ${MAX_ACTOR} visible characters and is none of: ${RESERVED.join(', ')}`,
      { details: { argument: 'name', max: MAX_ACTOR } },
    )
  }
  return actor
}

export const unauthenticated = (zh: string, en: string): PolicyGraphError => new PolicyGraphError('UNAUTHENTICATED', `${zh} · ${en}`)

/**
 * The one who asks, when they are known and their role reaches `role`.
 * UNAUTHENTICATED when it is not known who asks, FORBIDDEN when the role falls short or the request may come from a foreign page.
 */
export function demandOf(principal: Principal, role: Role): Principal {
  switch (principal.how) {
    case 'open': throw unauthenticated('此操作需要令牌：Authorization: Bearer …', 'this needs a token: Authorization: Bearer …')
    case 'cross-site':
      throw new PolicyGraphError('FORBIDDEN', '请求像是别的网页发出的；请以 application/json 从本服务的页面或程序发出 · the request looks like one of a foreign page; send application/json from this server\'s page or a program')
    case 'token': case 'jwt': case 'local':
      if (reaches(principal.role, role)) return principal
      throw new PolicyGraphError('FORBIDDEN', `此操作需要 ${role} 角色，当前为 ${principal.role} · this needs the role ${role}; yours is ${principal.role}`, { details: { needs: role, role: principal.role } })
  }
}

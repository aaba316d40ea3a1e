import { ROLES, type Role } from '../core/acts.js'
import { PolicyGraphError } from '../core/errors.js'

export { ROLES, type Role } from '../core/acts.js'

/** True when `role` may do what `needed` may. */
export const reaches = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed)

/** The role of that name, or undefined. */
export const roleNamed = (name: string): Role | undefined => ROLES.find((role) => role === name)

/** @throws PolicyGraphError BAD_INPUT for a name that is no role. */
export function parseRole(name: string): Role {
  const role = roleNamed(name)
  if (role === undefined) {
    throw new PolicyGraphError('BAD_INPUT', `角色只能是 ${ROLES.join('、')} · no such role; use one of ${ROLES.join(', ')}`, { details: { argument: 'role', roles: ROLES } })
  }
  return role
}

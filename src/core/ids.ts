import { hash } from 'node:crypto'
import type { EntityKind, RelationType } from '../../schema/ontology/index.js'

/** 16 hex digits (64 bits) of SHA-256 over the parts; parts are length-prefixed so that they cannot run together. */
function digest(parts: readonly string[]): string {
  return textHash(parts.map((part) => `${part.length}:${part}`).join('')).slice(0, 16)
}

const PREFIX: Readonly<Record<EntityKind, string>> = { PERSON: 'p', COMPANY: 'c', ORGANIZATION: 'o', REGION: 'r', INITIATIVE: 'i' }

/** Same kind and identity key, same id, on every machine and in every order of ingestion. */
export const entityId = (kind: EntityKind, key: string): string => `${PREFIX[kind]}_${digest([kind, key])}`

/** Facts differ by type, ends and title; a symmetric fact is the same from both sides (the caller sorts its ends). */
export const factId = (type: RelationType, subjectId: string, objectId: string, title: string): string =>
  `f_${digest([type, subjectId, objectId, title])}`

export const evidenceId = (fact: string, articleId: string, rawStart: number, rawEnd: number, rule: string): string =>
  `e_${digest([fact, articleId, String(rawStart), String(rawEnd), rule])}`

/** Id of an article that brings none of its own. */
export const articleIdOf = (text: string): string => `a_${digest([text])}`

/** Hash of a text, for change detection and for evidence; full SHA-256, hex. */
export const textHash = (text: string): string => hash('sha256', text, 'hex')

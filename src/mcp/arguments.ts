import { z } from 'zod'
import { ENTITY_KIND_NAMES, RELATION_NAMES, STRENGTH_NAMES } from '../../schema/ontology/index.js'
import { MAX_FIRST } from '../answers/paging.js'

/** Arguments that several tools take. The server checks names, dates and sizes again. */

/** Longest text that a tool takes, in UTF-16 code units. */
const MAX_TEXT = 2_000

const text = (description: string): z.ZodString => z.string().min(1).max(MAX_TEXT).describe(description)

export const nameOf = (what: string): z.ZodString => text(`${what}：名称、简称或 id · name, short name or id`)
export const sentence = text
export const kinds = z.array(z.enum(ENTITY_KIND_NAMES)).optional().describe('只要这些种类的实体 · only entities of these kinds')
export const types = z.array(z.enum(RELATION_NAMES)).optional().describe('只要这些关系 · only these relations')
export const relation = z.enum(RELATION_NAMES).optional().describe('所问的关系；不给则问任何关系 · the relation asked for; any when absent')
export const minStrength = z.enum(STRENGTH_NAMES).optional().describe('只要不弱于此强度的 · only links of this strength or stronger')
export const day = (description: string): z.ZodOptional<z.ZodString> => z.string().regex(/^\d{4}-\d{2}-\d{2}$/u).optional().describe(`${description}（YYYY-MM-DD）`)
export const asOf = day('只计截至此日所知 · only what was known by this day')
export const first = (fallback: number): z.ZodDefault<z.ZodInt> => z.int().min(1).max(MAX_FIRST).default(fallback).describe('至多几条 · how many at most')
export const after = z.string().max(MAX_TEXT).optional().describe('上一页给出的 after，取下一页 · `after` of the page before')

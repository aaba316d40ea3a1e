import { parse, validate } from 'graphql'
import { weigh } from '../../src/api/parts/cost.js'
import { DEFAULT_LIMITS } from '../../src/api/limits.js'
import { makeSchema } from '../../src/api/schema.js'
import * as asking from '../../src/explorer/data/ask-queries.js'
import * as finding from '../../src/explorer/data/find-queries.js'
import * as queries from '../../src/explorer/data/queries.js'
import * as loading from '../../src/explorer/data/load-queries.js'
import * as shown from '../../src/explorer/data/shown-queries.js'
import * as reviewing from '../../src/explorer/data/review-queries.js'

const schema = makeSchema()

describe('what the page asks', () => {
  it.each(Object.entries({ ...queries, ...shown, ...loading, ...asking, ...finding, ...reviewing }))('%s fits the schema and the limits', (_, query) => {
    const document = parse(query)
    expect(validate(schema, document)).toEqual([])
    const { depth, cost } = weigh(schema, document, {})
    expect(depth).toBeLessThanOrEqual(DEFAULT_LIMITS.depth)
    expect(cost).toBeLessThanOrEqual(DEFAULT_LIMITS.cost / 2)
  })
})

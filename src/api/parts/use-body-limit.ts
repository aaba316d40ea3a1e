import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { ErrorCode } from '../../core/errors.js'

const TOO_LARGE: ErrorCode = 'TOO_COSTLY'
const BAD_LENGTH: ErrorCode = 'BAD_INPUT'

const refused = (message: string, code: ErrorCode, status: number): GraphQLError => new GraphQLError(message, { extensions: { code, http: { status, spec: false } } })
const tooLarge = (limit: number): GraphQLError => refused(`请求正文过大，上限 ${limit} 字节 · the body is too large; the limit is ${limit} bytes`, TOO_LARGE, 413)

async function readWithin(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  const reader = body.getReader()
  for (let length = 0; ;) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(Buffer.concat(parts))
    length += value.byteLength
    // The rest is left where it is: to cancel it would end the connection before the answer.
    if (length > limit) throw tooLarge(limit)
    parts.push(value)
  }
}

/**
 * Refuses bodies of more than so many bytes. A body whose length is told is not counted again: a connection gives no more of it than that.
 * What comes without a length is counted while it comes. (Yoga would pass every body through a stream that counts.)
 */
export const useBodyLimit = (limit: number): Plugin => ({
  onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
    const told = request.headers.get('content-length')
    if (told !== null) {
      if (!/^\d+$/u.test(told)) throw refused('Content-Length 无效 · the Content-Length is invalid', BAD_LENGTH, 400)
      if (Number(told) > limit) throw tooLarge(limit)
      return
    }
    if (requestParser === undefined || request.body === null) return
    setRequestParser(async (given) => {
      const { url, method, headers, signal, body } = given
      return requestParser(body === null ? given : new fetchAPI.Request(url, { method, headers, signal, body: await readWithin(body, limit) }))
    })
  },
})

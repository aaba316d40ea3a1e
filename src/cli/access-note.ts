import { openAuth } from '../auth/open-auth.js'
import { isLoopbackHost } from '../auth/local-request.js'
import type { Config } from '../config.js'

/** What to say when a server starts: who may do what, where that may come as a surprise; '' where it is the usual local server. */
export function accessNote({ host, auth }: Config): string {
  const { tokens, jwt } = openAuth(auth)
  if (isLoopbackHost(host) && !auth.behindProxy) return ''
  const anybody = auth.openRead ? '任何人可读 anybody may read' : '读取也需令牌 reading needs a token too'
  const none = jwt === undefined && tokens?.inUse !== true ? '；尚无令牌，请用 policygraph token create 建立 · there are no tokens yet' : ''
  return `他处可达 reached from elsewhere（${auth.behindProxy ? 'POLICYGRAPH_BEHIND_PROXY' : host}）：改动须带令牌 changes need a token；${anybody}${none}`
}

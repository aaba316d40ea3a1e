import { PolicyGraphError } from '../../core/errors.js'

/** A record that another one points at. STORE_FAILED when it is gone, which happens only while an article is being replaced. */
export async function demand<T>(loaded: Promise<T | undefined>): Promise<T> {
  const record = await loaded
  if (record === undefined) {
    throw new PolicyGraphError('STORE_FAILED', '图正在更新，请重试 · the graph changed while it was read; ask again')
  }
  return record
}

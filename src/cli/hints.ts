import type { ErrorCode } from '../core/errors.js'

/** What a person can do about an error, where the message alone does not say. */
export const HINTS: Partial<Readonly<Record<ErrorCode, string>>> = {
  STORE_BUSY:
    '内嵌数据库一次只能由一个进程打开。请先按 Ctrl-C 停止正在运行的 start 或 serve，再运行本命令；要边服务边入库，请改用 Neo4j（设置 NEO4J_URI）。\n' +
    'Only one process may open the embedded database. Stop the running `start` or `serve` (Ctrl-C) and run this again; to load while serving, use Neo4j (set NEO4J_URI).',
  STORE_UNREACHABLE:
    '请检查 NEO4J_URI，并确认服务器已启动；没有服务器时可运行 npm run neo4j。\nCheck NEO4J_URI and that the server runs; `npm run neo4j` starts a local one.',
  STORE_AUTH: '请检查 NEO4J_USER 与 NEO4J_PASSWORD。\nCheck NEO4J_USER and NEO4J_PASSWORD.',
  QUEUE_UNREACHABLE: '请检查 REDIS_URL，并确认 Redis 已启动（redis-server）。\nCheck REDIS_URL and that Redis runs (redis-server).',
  PORT_TAKEN: '请换一个端口：PORT=4001 npm start，或 serve --port 4001。\nChoose another port: PORT=4001 npm start, or serve --port 4001.',
}

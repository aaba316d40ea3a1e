// Kills workers of the queue at 50 random points and compares the graph, which takes half an hour; further arguments go on to jest.
// POLICYGRAPH_SEED chooses other points. Needs redis-server, and what Neo4j needs.
process.env.POLICYGRAPH_FAULTS = 'full'
process.argv.splice(2, 0, 'test/jobs/machines', '--runInBand')
await import('./test.mjs')

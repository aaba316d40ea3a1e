// Tries every fault of test/faults in its full count, which takes an hour or two; further arguments go on to jest.
// POLICYGRAPH_SEED chooses other points and mutations.
process.env.POLICYGRAPH_FAULTS = 'full'
process.argv.splice(2, 0, 'test/faults', '--runInBand')
await import('./test.mjs')

/** ESM + TypeScript through swc; the `.js` suffix that ESM imports need is mapped back to the `.ts` sources. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  // A hook may wait for Neo4j to start and to take the samples in, on a machine that does other things too.
  testTimeout: 240_000,
  // Tests wait for stores and browsers more than they compute. A worker is never replaced: the Neo4j that it started would end with it.
  maxWorkers: '100%',
}

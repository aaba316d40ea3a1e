import tseslint from 'typescript-eslint'
import importX from 'eslint-plugin-import-x'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'

/** Imports point one way: schema → src/core → src/store (port) → ingest, src/answers → src/api → src/cli. */
const zone = (target, from, message) => ({ target, from, message })
const zones = [
  zone('./schema', ['./src', './ingest'], 'schema/ says what exists and imports nothing else.'),
  zone('./src/core', ['./src/store', './src/answers', './src/api', './src/cli', './ingest'], 'src/core holds the shared words; it depends on schema/ only.'),
  zone('./src/store', ['./src/answers', './src/api', './src/cli', './ingest'], 'A store knows nothing of who asks.'),
  zone('./ingest', ['./src/answers', './src/api', './src/cli', './src/store/embedded', './src/store/neo4j'], 'Ingest writes through src/store/port.ts.'),
  zone('./src/identity', ['./src/store', './src/answers', './src/api', './src/cli'], 'Identity is pure: it knows profiles, no store and no API.'),
  zone('./src/auth', ['./src/store', './src/answers', './src/api', './src/cli', './ingest'], 'Who may is decided from a request alone.'),
  zone('./src/answers', ['./src/api', './src/cli', './src/store/embedded', './src/store/neo4j'], 'Answers read through src/store/port.ts.'),
  zone('./src/review', ['./src/api', './src/cli', './src/store/embedded', './src/store/neo4j'], 'Review reads and records through src/store/port.ts.'),
  zone('./src/mcp', ['./src/store', './src/cli', './ingest'], 'Assistants are answered by GraphQL alone.'),
  zone('./src/api', ['./src/cli', './src/store/embedded', './src/store/neo4j'], 'The API takes an open store; the CLI opens it.'),
]

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', 'schema/generated/', 'coverage/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: ['tsconfig.json', 'src/explorer/tsconfig.json'] })] },
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './src/explorer/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked, rules: { ...tseslint.configs.disableTypeChecked.rules, 'import-x/no-default-export': 'off' } },
)

import { readFileSync } from 'node:fs'
import { projectPath } from '../core/paths.js'

/** Version of package.json. */
export const programVersion = (): string => (JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { readonly version: string }).version

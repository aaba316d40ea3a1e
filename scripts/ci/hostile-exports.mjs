// Writes FOLDER/hostile.ftm.json and FOLDER/hostile.jsonld from a graph of names that formats stumble over.
// usage: hostile-exports.mjs FOLDER     after npm run build
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../dist/src/store/open-store.js'
import { writeExport } from '../../dist/src/export/write-export.js'
import { hostileGraph } from '../../dist/test/fixtures/hostile-graph.js'
import { SMALL_GRAPH } from '../../dist/test/fixtures/small-graph.js'

const folder = process.argv[2]
mkdirSync(folder, { recursive: true })
const store = await openStore({ kind: 'embedded', folder: join(folder, 'store') })
try {
  await store.applySchema()
  await store.write([...SMALL_GRAPH, ...hostileGraph()])
  for (const [format, name] of [['ftm', 'hostile.ftm.json'], ['jsonld', 'hostile.jsonld']]) {
    let text = ''
    for await (const piece of (await writeExport(store, { format, scope: { kind: 'all' } })).text) text += piece
    writeFileSync(join(folder, name), text)
  }
} finally {
  await store.close()
}

// Writes N articles as JSON lines: the text of the samples over and over, each with an id of its own.
// usage: many-articles.mjs SAMPLES-FOLDER N > many.jsonl
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, count] = process.argv.slice(2)
const texts = readdirSync(folder).filter((name) => name.endsWith('.md')).sort().map((name) => readFileSync(join(folder, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/u, ''))
for (let i = 0; i < Number(count); i++) console.log(JSON.stringify({ id: `m${i}`, title: `第${i}篇`, date: '2025-01-01', text: texts[i % texts.length] }))

// Asks a running server which firms are linked to 长江口产业创新协同区 and checks what the samples demand:
// exactly the three firms, none by a direct fact, each by a chain through 张彤 with a quote per hop, and by co-mention in one article.
// usage: ask.mjs URL ANSWER-FILE     writes the answer without ids, so that two servers can be compared; exit 1 when it is wrong
import { writeFileSync } from 'node:fs'

const [url, file] = process.argv.slice(2)
const FIRMS = ['江苏京芯光电科技有限公司', '江苏奥易克斯汽车电子科技股份有限公司', '江苏有感科技有限责任公司']
const QUESTION = `{
  firmsLinkedTo(initiative: "长江口", first: 100) {
    initiative { name }
    totalCount
    edges { strength node { name } paths { strength score reasons { code }
      hops { forward fact { type modality strength subject { name } object { name }
        evidence { quote raw { start end } rule article { id title rawText } } } } } }
  }
}`

const reply = await fetch(new URL('/graphql', url), {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: QUESTION }),
})
const { data, errors } = await reply.json()
if (errors) throw new Error(JSON.stringify(errors))

const wrong = []
const expect = (truth, text) => truth || wrong.push(text)
const answer = data.firmsLinkedTo
const slice = ({ quote, raw, article }) => quote !== '' && quote === article.rawText.slice(raw.start, raw.end)
const steps = ({ hops }) => hops.map(({ forward, fact }) => `${fact.type} ${forward ? '>' : '<'}`).join(' ')

expect(answer.initiative.name === '长江口产业创新协同区', `the initiative is ${answer.initiative.name}`)
expect(JSON.stringify(answer.edges.map(({ node }) => node.name).sort()) === JSON.stringify(FIRMS), `the firms are ${answer.edges.map(({ node }) => node.name)}`)
for (const { node, strength, paths } of answer.edges) {
  expect(strength === 'CHAIN', `${node.name}: strength ${strength}`)
  expect(!paths.some((path) => ['STATED', 'IMPLIED'].includes(path.strength)), `${node.name}: a direct link, which no sentence says`)
  const chain = paths.find((path) => path.strength === 'CHAIN' && steps(path) === 'VISITED < PROMOTES >')
  expect(chain?.hops[0].fact.subject.name === '张彤', `${node.name}: no chain through 张彤`)
  expect(chain?.hops[1].fact.modality === 'URGED', `${node.name}: the promotion is ${chain?.hops[1].fact.modality}`)
  expect(paths.some((path) => path.strength === 'CO_ARTICLE'), `${node.name}: no co-mention in one article`)
  for (const hop of paths.flatMap(({ hops }) => hops)) expect(hop.fact.evidence.length > 0 && hop.fact.evidence.every(slice), `${node.name}: a quote is missing or not the raw text`)
}

const plain = JSON.stringify(answer, (key, value) => (['rawText', 'id'].includes(key) ? undefined : value), 1)
writeFileSync(file, `${plain}\n`)
for (const text of wrong) console.error(`wrong: ${text}`)
console.log(`${answer.edges.length} firms linked to ${answer.initiative.name}: ${answer.edges.map(({ node, strength }) => `${node.name} ${strength}`).join(', ')}`)
process.exit(wrong.length === 0 ? 0 : 1)

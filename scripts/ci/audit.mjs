// node scripts/ci/audit.mjs: fails when a package that goes with the program has a known hole of grade high or critical.
// A registry mirror may have no list of them (npm then ends with ENOAUDIT or a 4xx). That is printed and, with
// POLICYGRAPH_REQUIRE_AUDIT=1, fails; without it the check is left to a machine that can ask.
import { spawnSync } from 'node:child_process'

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
let report
try {
  report = JSON.parse(stdout)
} catch {
  report = {}
}
const counts = report.metadata?.vulnerabilities
if (counts === undefined) {
  console.error(`NOT CHECKED: the registry gives no advisories (${report.message ?? report.error?.summary ?? 'no answer'})`)
  process.exitCode = process.env.POLICYGRAPH_REQUIRE_AUDIT === '1' ? 1 : 0
} else {
  console.log(JSON.stringify(counts))
  const grave = Object.values(report.vulnerabilities ?? {}).filter(({ severity }) => severity === 'high' || severity === 'critical')
  for (const { name, severity, range } of grave) console.error(`${severity}: ${name} ${range}`)
  if (grave.length > 0) process.exitCode = 1
}

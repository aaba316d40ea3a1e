#!/usr/bin/env bash
# Reads exported graphs with the programs that others wrote for their formats: FollowTheMoney takes every entity whole, pySHACL finds that
# the graph fits the published shapes, and that a graph broken on purpose does not. Once for a graph at hand, once for hostile names.
# usage: check-exports.sh DATA-FOLDER     after npm run build; PYTHON names the interpreter
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'followthemoney>=4.11,<5' 'pyshacl>=0.30,<1'
export POLICYGRAPH_DATA=$1
node "$root/dist/src/cli/main.js" export --format ftm --out "$work/graph.ftm.json"
node "$root/dist/src/cli/main.js" export --format jsonld --out "$work/graph.jsonld"
node "$root/scripts/ci/hostile-exports.mjs" "$work"
for graph in graph hostile; do
  "$work/venv/bin/ftm" validate <"$work/$graph.ftm.json" >/dev/null
  "$work/venv/bin/python" "$root/scripts/ci/check_exports.py" "$work/$graph.ftm.json" "$work/$graph.jsonld" "$root/schema/generated"
done

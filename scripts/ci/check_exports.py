"""Checks exports with FollowTheMoney, rdflib and pySHACL.

usage: check_exports.py GRAPH.ftm.json GRAPH.jsonld FOLDER-WITH-SHAPES     exit 1 when something is wrong
"""
import json
import sys
from pathlib import Path

import pyshacl
import rdflib
from followthemoney import model
from followthemoney.proxy import EntityProxy

wrong = []


def check_ftm(path):
    """Every value survives FollowTheMoney's own cleaning, and every reference leads to an entity that may stand there."""
    given = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    schemata = {entity["id"]: model.get(entity["schema"]) for entity in given}
    for entity in given:
        schema = model.get(entity["schema"])
        proxy = EntityProxy.from_dict({"id": entity["id"], "schema": entity["schema"], "properties": {}}, cleaned=False)
        for name in schema.required:
            if not entity["properties"].get(name):
                wrong.append(f"{entity['id']} {schema.name}: lacks {name}")
        for name, values in entity["properties"].items():
            prop = schema.get(name)
            if prop is None:
                wrong.append(f"{entity['id']} {schema.name}: has no property {name}")
                continue
            for value in values:
                proxy.add(name, value, cleaned=False)
                if prop.range is not None and (schemata.get(value) is None or not schemata[value].is_a(prop.range)):
                    wrong.append(f"{entity['id']} {schema.name}.{name}: {value} is no {prop.range.name}")
            if len(set(proxy.get(name))) < len(set(values)):
                wrong.append(f"{entity['id']} {schema.name}.{name}: a value was refused: {values!r:.200}")
    counts = {}
    for schema in (entity["schema"] for entity in given):
        counts[schema] = counts.get(schema, 0) + 1
    print(f"FollowTheMoney: {len(given)} entities: " + ", ".join(f"{name} {count}" for name, count in sorted(counts.items())))
    if not given:
        wrong.append("the export is empty")


def conforms(graph, shapes):
    conform, _, text = pyshacl.validate(graph, shacl_graph=shapes)
    return conform, text


def check_rdf(path, folder):
    """The graph fits the shapes; the same graph with one thing broken does not."""
    shapes = rdflib.Graph().parse(folder / "shapes.ttl")
    rdflib.Graph().parse(folder / "policygraph.ttl")
    graph = rdflib.Graph().parse(path, format="json-ld")
    pg = rdflib.Namespace("https://policygraph.example/ontology#")
    facts = sorted(graph.subjects(rdflib.RDF.type, pg.Fact))
    print(f"RDF: {len(graph)} triples, {len(facts)} facts")
    if not facts:
        wrong.append("the graph has no facts")
        return
    good, text = conforms(graph, shapes)
    if not good:
        wrong.append(f"the graph breaks the shapes: {text[:3000]}")
    breaks = {
        "a fact without evidence": lambda g, fact: g.remove((fact, pg.evidence, None)),
        "an unknown strength": lambda g, fact: g.set((fact, pg.strength, pg.CERTAIN)),
        "two subjects": lambda g, fact: g.add((fact, rdflib.RDF.subject, next(s for s in g.subjects(rdflib.RDF.type, pg.Region)))),
        "an object of the wrong kind": lambda g, fact: g.set((fact, rdflib.RDF.object, next(s for s in g.subjects(rdflib.RDF.type, pg.Article)))),
        "a quote that is not there": lambda g, fact: g.remove((None, rdflib.Namespace("http://www.w3.org/ns/oa#").exact, None)),
    }
    for name, damage in breaks.items():
        damaged = rdflib.Graph()
        for triple in graph:
            damaged.add(triple)
        damage(damaged, facts[0])
        if conforms(damaged, shapes)[0]:
            wrong.append(f"the shapes overlook {name}")


check_ftm(Path(sys.argv[1]))
check_rdf(Path(sys.argv[2]), Path(sys.argv[3]))
for line in wrong[:40]:
    print(f"wrong: {line}", file=sys.stderr)
print("exports are read by their own readers" if not wrong else f"{len(wrong)} things are wrong")
sys.exit(1 if wrong else 0)

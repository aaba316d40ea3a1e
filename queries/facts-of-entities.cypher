// @name  facts-of-entities
// @asks  Which open facts do these entities stand in, either way?
// @param ids string[]!
// @param types string[] = []
// @param strengths string[] = []
// @param modalities string[] = []
// @param asOf string = ""
// @param skip int = 0
// @param limit int = 10000
// @row   entityId string!
// @row   otherId string!
// @row   otherKind string!
// @row   otherName string!
// @row   id string!
// @row   type string!
// @row   subjectId string!
// @row   objectId string!
// @row   title string!
// @row   modality string!
// @row   strength string!
// @row   speakerId string!
// @row   firstSeen string!
// @row   lastSeen string!
// @row   articleCount int!
// @row   evidenceCount int!
// @row   open boolean!
// @row   closedWhy string!
// @note  Empty lists do not filter. `asOf` leaves out what was first seen later; undated facts stay.
// @note  A fact between two of the ids comes once for each.
// @note  WITH before the filters: an embedded store would filter every edge of the graph first.
MATCH (e:Entity)-[r:{{relations}}]-(o:Entity)
WHERE e.id IN $ids
WITH e, r, o
WHERE (size($types) = 0 OR r.type IN $types)
  AND (size($strengths) = 0 OR r.strength IN $strengths)
  AND (size($modalities) = 0 OR r.modality IN $modalities)
  AND ($asOf = '' OR r.firstSeen = '' OR r.firstSeen <= $asOf)
RETURN e.id AS entityId, o.id AS otherId, o.kind AS otherKind, o.name AS otherName, r.factId AS id, r.type AS type, r.subjectId AS subjectId,
       r.objectId AS objectId, r.title AS title, r.modality AS modality, r.strength AS strength, r.speakerId AS speakerId,
       r.firstSeen AS firstSeen, r.lastSeen AS lastSeen, r.articleCount AS articleCount, r.evidenceCount AS evidenceCount, true AS open,
       '' AS closedWhy
ORDER BY entityId, articleCount DESC, id
SKIP $skip LIMIT $limit

// @name neighbours
// @note The rows are cut before their columns are read, which counts where one entity has very many facts.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})-[r:{{relations}}]-(o:Entity)
WHERE (size($excludeKinds) = 0 OR NOT o.kind IN $excludeKinds)
  AND (size($types) = 0 OR r.type IN $types)
  AND (size($strengths) = 0 OR r.strength IN $strengths)
  AND (size($modalities) = 0 OR r.modality IN $modalities)
  AND ($asOf = '' OR r.firstSeen = '' OR r.firstSeen <= $asOf)
WITH wanted, r, o, r.factId AS factId
ORDER BY wanted, factId
LIMIT $limit
RETURN wanted AS fromId, o.id AS otherId, o.kind AS otherKind, factId, r.type AS type, r.subjectId AS subjectId,
       r.objectId AS objectId, r.strength AS strength, r.modality AS modality, r.firstSeen AS firstSeen, r.lastSeen AS lastSeen,
       r.articleCount AS articleCount
ORDER BY fromId, factId

/** Loading articles from the page. */

export const INGEST = `mutation Ingest($articles: [ArticleInput!]!) {
  ingest(articles: $articles) { read added changed unchanged failed evidenceAdded seconds issues { code severity message index } }
}`

export const INGEST_PROGRESS = 'subscription IngestProgress { ingestProgress { articles etaSeconds } }'

/**
 * Where the graph lives. A store is opened by `open-store.ts`; every other module sees this port only
 * and asks `traits`, never the store's name.
 *
 * The graph: (:Entity) (:Article) (:Fact) (:Evidence);
 * (:Entity)-[:MENTIONED_IN]->(:Article), (:Fact)-[:SUPPORTED_BY]->(:Evidence)-[:FROM]->(:Article),
 * (:Entity)-[:SUBJECT_OF|OBJECT_OF]->(:Fact), and one typed edge Entity→Entity for each open fact
 * (label = relation type), a view made for walking.
 */
import type { Act, NewAct } from '../core/acts.js'
import type { ArticleGraph } from '../core/records.js'
import type { WalkableFacts } from './walk/walkable.js'

/** A value that can go to a store and come back: no undefined, no nested objects but lists of maps for UNWIND. */
export type StoreScalar = string | number | boolean | null
export type StoreValue = StoreScalar | readonly StoreScalar[] | readonly Readonly<Record<string, StoreScalar | readonly StoreScalar[]>>[]
export type StoreParams = Readonly<Record<string, StoreValue>>
export type StoreRow = Readonly<Record<string, StoreScalar | readonly StoreScalar[]>>

export interface StoreTraits {
  /** Shown in reports and `/healthz`; never compared. */
  readonly label: string
  /** The store holds a full-text index of its own. */
  readonly fullText: boolean
  /** Several processes may write at once. */
  readonly sharedWriters: boolean
  /** An entity node carries its kind as a second label. */
  readonly kindLabels: boolean
  /** Every call travels to a server: one that brings much costs less than several that bring little. */
  readonly remote: boolean
}

export interface WriteCounts {
  readonly articlesAdded: number
  readonly articlesChanged: number
  /** Same text and pipeline as stored: nothing was written. */
  readonly articlesUnchanged: number
  readonly articlesRemoved: number
  readonly evidenceAdded: number
  readonly evidenceRemoved: number
  /** Facts whose last evidence went. */
  readonly factsClosed: number
}

export interface IdentityCounts {
  /** References that go by another id than before. */
  readonly referencesMoved: number
  /** References that go by an id other than their own, after the call. */
  readonly referencesMerged: number
}

/** A pair of references as comparison or a reviewer sees it. `left` < `right`. */
export interface CandidatePair {
  readonly left: string
  readonly right: string
  /** 0–1. */
  readonly score: number
  readonly verdict: 'same' | 'maybe' | 'judged'
  readonly proof: boolean
  /** Why the two are shown as possibly one and not merged (SuggestionCause), or ''. */
  readonly cause: string
  readonly between: readonly string[]
}

/** What an identity run found about the references it looked at. */
export interface IdentityFindings {
  /** Profiles as JSON by reference; '' for a reference that no article names any more. */
  readonly summaries: ReadonlyMap<string, string>
  /** All pairs that have one of the references as an end. */
  readonly candidates: readonly CandidatePair[]
}

/** What an identity run wants set; see `applyIdentity`. */
export interface IdentityRun {
  readonly canonical: ReadonlyMap<string, string>
  readonly among: readonly string[]
  readonly findings: IdentityFindings
}

export interface ReadOptions {
  /** When the store is told to stop the query, in ms of `performance.now()`; TOO_SLOW then. No limit when absent. */
  readonly deadline?: number | undefined
  /** Bookmarks of other processes: the read sees what they had written. BAD_INPUT for a wrong one, TOO_SLOW when the server does not catch up. */
  readonly after?: readonly string[] | undefined
}

export interface GraphStore {
  readonly traits: StoreTraits
  /** Makes tables, constraints and indexes, and brings a store of an older layout up to date; idempotent, safe to call at each start. STORE_TOO_NEW. */
  applySchema(): Promise<void>
  /**
   * Writes articles, all or nothing. An article that is stored unchanged (same text hash, pipeline and metadata) is
   * passed over; a changed one replaces its own mentions and evidence, and facts left bare are closed (kept, open =
   * false) until evidence comes back. The graph does not depend on the order or the batches of writing. Of two articles
   * with one id the later in the list counts. Throws BROKEN_EVIDENCE for a quote that is not its slice of the raw text,
   * BAD_INPUT for evidence whose ends or speaker the article does not list among its entities. What goes by another id
   * (applyIdentity) is written under it; of a retracted article the text is written and what it says kept aside.
   */
  write(articles: readonly ArticleGraph[]): Promise<WriteCounts>
  /** Takes articles out with their mentions and evidence, all or nothing; ids that are not stored are passed over. */
  removeArticles(ids: readonly string[]): Promise<WriteCounts>
  /**
   * Adds acts to the log and brings verdicts, disputes and retractions in line, all or nothing; acts come back with their ids, in
   * order. Each act sees those before it. JUDGE and EXTERNAL_ID only mark what the next identity run has to look at again (src/curation).
   * NOT_FOUND for a target that is not stored; BAD_INPUT for an act that makes no sense (wrong decision or number of targets, two kinds,
   * an entity with itself, a text over its limit, nothing there to withdraw, settle or restore); CLOSED_FACT for a verdict on a closed
   * fact; CONTRADICTION for a judgement that other standing judgements rule out; STALE_VERSION (see NewAct).
   */
  record(acts: readonly NewAct[]): Promise<readonly Act[]>
  /**
   * Sets who is who: `canonical` maps a reference (the id that an article's extraction gave) to the id it goes by; a reference
   * that is not in the map goes by its own id. Mentions and evidence of references whose id changes are re-homed, and entities and facts
   * folded anew; nothing else is touched. References themselves are kept, so setting the old map again gives the old graph, byte for byte in an export.
   * With `among`, only these references are set. BAD_INPUT for a chain (an id mapped to one that is itself mapped on) or a map between kinds;
   * NOT_FOUND for an id that no article has brought.
   */
  applyIdentity(canonical: ReadonlyMap<string, string>, among?: readonly string[]): Promise<IdentityCounts>
  /**
   * One identity run: `look` reads what is stale and says what to set; that is applied with its findings, and what was looked at counts as
   * settled. What others touch meanwhile stays stale for the next run. Of all processes that write to the store one runs at a time and
   * the others wait; one that ends or is killed gives its turn back. `look` may be called again after a transient failure; nothing is set when it gives undefined.
   */
  runIdentity(look: () => Promise<IdentityRun | undefined>): Promise<IdentityCounts>
  /** Runs a query of the catalog. Throws BAD_QUERY for an unknown name or parameters that break its header, TOO_SLOW after the deadline. */
  read(query: string, params?: StoreParams, options?: ReadOptions): Promise<readonly StoreRow[]>
  /**
   * The facts that one may walk over, in memory, as they stand in the store now; undefined where they are not there (src/store/walk), and
   * the store has to be asked. Whoever holds them walks over one state of the graph.
   */
  walkable(options?: ReadOptions): Promise<WalkableFacts | undefined>
  /** A mark of the state of the graph: when it is the same as before, nobody has written since. Always '' where this process alone can write. */
  state(options?: ReadOptions): Promise<string>
  /**
   * What another process gives to `read` (`after`) to see all that this one has written; this one's own reads always do. Empty where
   * one process alone can write, or nothing was done yet.
   */
  bookmarks(): Promise<readonly string[]>
  /** Waits for running work; after it every call rejects with STORE_CLOSED. */
  close(): Promise<void>
}

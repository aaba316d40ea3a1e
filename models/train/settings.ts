/** What a training run depends on. Changing any of these changes the weights. */
export interface Settings {
  /** Passes over the labelled text in each round. */
  readonly epochs: number
  /** Passes after pruning, with the shipped features only. */
  readonly polishEpochs: number
  /** Features shipped. */
  readonly rows: number
  /** A feature must be met this often (twice a place in annotated articles). */
  readonly cut: number
  /** AdaGrad step. */
  readonly rate: number
  /** L2 shrinkage of touched weights. */
  readonly shrink: number
  /** Share of features left out at random in each step. */
  readonly dropout: number
  readonly polishDropout: number
  /** Raw articles labelled for the second round; 0 leaves the round out. */
  readonly silverArticles: number
  /** Fewest sure names per 1000 characters of a silver article. */
  readonly silverDensity: number
  /** Raw articles read to find plain tokens. */
  readonly plainArticles: number
  /** How much each source counts. The annotated articles are of the genre and complete; the others are neither. */
  readonly weights: { readonly annotations: number; readonly news: number; readonly resume: number; readonly cluener: number; readonly finre: number; readonly silver: number }
}

export const SETTINGS: Settings = {
  epochs: 4,
  polishEpochs: 1,
  rows: 240_000,
  cut: 3,
  rate: 0.1,
  shrink: 1e-5,
  dropout: 0.4,
  polishDropout: 0.2,
  silverArticles: 0,
  silverDensity: 12,
  plainArticles: 6000,
  weights: { annotations: 6, news: 0.4, resume: 0.4, cluener: 0.4, finre: 0.3, silver: 0.3 },
}

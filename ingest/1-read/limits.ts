/** The most that one file with one article, or one record of a larger file, may hold (20 MB). Files of lines or rows may be of any size. */
export const MOST_BYTES = 20 * 1024 * 1024
/** The most that one article may hold, in UTF-16 code units; more is a book or a dump, and would hold up a run for many minutes. */
export const LONGEST_ARTICLE = 4_000_000

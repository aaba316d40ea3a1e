/** The most that one file with one article, or one record of a larger file, may hold (20 MB). Files of lines or rows may be of any size. */
export const MOST_BYTES = 20 * 1024 * 1024

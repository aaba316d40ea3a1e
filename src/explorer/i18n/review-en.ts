import type { reviewZh } from './review-zh.js'

/** English texts of review: verdicts, the queue, proposals, and the token that they need. */
export const reviewEn: Readonly<Record<keyof typeof reviewZh, string>> = {
  'token.label': 'Access token (from policygraph token create)',
  'token.use': 'Use',
  'token.forget': 'Use no token',
  'token.used': 'A token is in use; it is forgotten when the window is closed.',
  'review.title': 'Review',
  'review.none': 'Nobody has reviewed it yet.',
  'review.by': '{name}, {day}',
  'review.second': '; second reader {name}',
  'review.disputed': 'Somebody disputes it.',
  'review.history': 'History ({count})',
  'review.reason': 'Reason',
  'review.stale': 'Somebody else has just decided; please open the line again before you do.',
  'review.do.CONFIRMED': 'Confirm',
  'review.do.REJECTED': 'Reject',
  'review.do.NEEDS_SOURCE': 'Needs a source',
  'review.do.WITHDRAWN': 'Take back',
  'review.CONFIRMED': 'Confirmed',
  'review.REJECTED': 'Rejected',
  'review.NEEDS_SOURCE': 'Needs a source',
  'review.CONTESTED': 'Contested',
  'review.WITHDRAWN': 'Taken back',
  'review.OPENED': 'Disputed',
  'review.SETTLED': 'Dispute settled',
}

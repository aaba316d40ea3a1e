import { postSpan } from '../../src/explorer/entity/post-span.js'

const none = { since: null, until: null, firstSeen: null, lastSeen: null }

it.each([
  [{ ...none, since: '2031-01-02', until: '2032-03-04', firstSeen: '2031-05-06' }, { kind: 'span', from: '2031-01-02', to: '2032-03-04' }],
  [{ ...none, since: '2031-01-02' }, { kind: 'since', from: '2031-01-02', to: '' }],
  [{ ...none, until: '2032-03-04' }, { kind: 'until', from: '', to: '2032-03-04' }],
  [{ ...none, firstSeen: '2031-05-06', lastSeen: '2031-07-08' }, { kind: 'seen', from: '2031-05-06', to: '2031-07-08' }],
  [{ ...none, firstSeen: '2031-05-06' }, { kind: 'seen', from: '2031-05-06', to: '2031-05-06' }],
  [none, undefined],
])('tells %j as %j', (post, span) => {
  expect(postSpan(post)).toEqual(span)
})

const Sequencer = require('@jest/test-sequencer').default

/**
 * What takes longest, by project. Begun last it would run alone at the end, while the other worker has
 * nothing left to do.
 */
const DEAREST = [
  ...['simulation/fairness', 'permit/permit', 'store/accounts', 'rush/simulation'],
  ...['fuzz/malformed', 'permit/private-words', 'sample/sample.', 'store/crash'],
  ...['simulation/lessons', 'operations/plans.', 'operations/stations-list', 'hosts/stopping'],
  ...['operations/publish-timetable-crash', 'hosts/http-hosts', 'store/without-statistics'],
  ...['weapp/ways-on', 'weapp/casework', 'weapp/attendance', 'weapp/ballot', 'weapp/waiting-room'],
  ...['weapp/family', 'weapp/private-hour-resilience', 'weapp/weak-network'],
  ...['journeys/for-everyone', 'journeys/text-at-200'],
]

/** Begins with the dearest files; the others in jest's own order, the longest or largest first. */
module.exports = class DearestFirst extends Sequencer {
  sort(tests) {
    const rankOf = ({ path }) => {
      const rank = DEAREST.findIndex((part) => path.includes(`/${part}`))
      return rank === -1 ? DEAREST.length : rank
    }
    return super.sort(tests).sort((one, other) => rankOf(one) - rankOf(other))
  }
}

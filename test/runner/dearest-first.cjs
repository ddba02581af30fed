const Sequencer = require('@jest/test-sequencer').default

/**
 * What takes longest, by project. Begun last it would run alone at the end, while the other worker has
 * nothing left to do.
 */
const DEAREST = [
  ...['simulation/fairness', 'permit/permit', 'fuzz/malformed', 'permit/private-words'],
  ...['sample/sample.', 'rush/simulation', 'store/accounts', 'store/crash', 'operations/plans.'],
  ...['store/without-statistics', 'operations/publish-timetable-crash', 'simulation/lessons'],
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

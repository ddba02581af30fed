/** The rush, simulated (decision 0044): what happens in it, that it is the same again, what it finds. */
import { writeFigures } from '../../support/figures'
import { play } from './history'
import { PLANTED } from './planted'
import { describeWrong, simulate } from './simulate'

const STEPS = 1_000_000
const SEED = 1
/** Within so many steps whatever is planted has to be found. */
const FOUND_WITHIN = 300_000

/** What has to have happened for a run to mean something. */
const HAPPENINGS = [
  ...['seats.book OK', 'seats.book SOLD_OUT', 'seats.book ALREADY_BOOKED', 'seats.book CLASHES'],
  ...['seats.book NOT_OPEN_YET', 'seats.book UNAVAILABLE', 'seats.book TOO_MANY_REQUESTS'],
  ...['seats.book REQUEST_ID_REUSED', 'seats.cancel OK', 'seats.cancel ALREADY_CANCELLED'],
  ...['told from memory', 'seats.book SOLD_OUT, unwritten'],
  ...['refused answered_request_once', 'refused person_identity_pkey'],
  ...['waitlist.join OK', 'waitlist.join ALREADY_WAITING', 'waitlist.join LIST_OVER'],
  ...['waitlist.accept OK', 'waitlist.accept NO_OFFER', 'waitlist.accept OFFER_LAPSED'],
  ...['waitlist.leave OK', 'entry offered', 'entry accepted', 'entry lapsed', 'entry over'],
  ...['seats.book NOT_ELIGIBLE PARALLEL', 'seats.book NOT_ELIGIBLE TERM_LIMIT'],
  ...['waitlist.join NOT_ELIGIBLE PARALLEL', 'waitlist.accept NOT_ELIGIBLE PARALLEL'],
  ...['offers of the clock', 'seats.book slowed', 'seats.cancel slowed', 'waitlist.join slowed'],
]

test('In a million steps nothing happens that must never be', async () => {
  const { steps, histories, trace, tally, wrong } = await simulate({ steps: STEPS, seed: SEED })
  expect(wrong ? describeWrong(wrong).join('\n') : null).toBeNull()
  for (const what of HAPPENINGS) expect({ [what]: tally.get(what) ?? 0 }).not.toEqual({ [what]: 0 })
  const lines = [...tally].sort(([one], [other]) => (one < other ? -1 : 1))
  writeFigures(
    'simulation-rush',
    `Simulation of the rush: ${steps} steps in ${histories} histories from seed ${SEED}, trace ${trace}`,
    lines.map(([what, times]) => `${what}: ${times}`),
  )
}, 300_000)

test('The same seed is the same history, and another is another', async () => {
  const [one, same, other] = [await play(7, 3_000), await play(7, 3_000), await play(8, 3_000)]
  expect(same).toEqual(one)
  expect(other.trace).not.toBe(one.trace)
})

test.each(PLANTED)(
  'The control: that $name is found out',
  async ({ finding, plant, ...bug }) => {
    const takeOut = plant?.()
    try {
      const { wrong } = await simulate({ steps: FOUND_WITHIN, seed: SEED }, bug)
      expect(wrong?.wrong?.what).toMatch(finding)
    } finally {
      takeOut?.()
    }
  },
  120_000,
)

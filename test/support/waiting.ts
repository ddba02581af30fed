import { bornFor, addChild, type ChildrensClass, childrensClasses, tell } from './families'
import { heldBy } from './programme'

/** A class without a free seat, and the way to one: somebody who holds its last seats. */
export interface FullClass extends ChildrensClass {
  /** Gives two seats back that nobody else can book before the list. */
  givesTwoBack(): Promise<void>
  /** Takes two seats again, when nobody wants them any more. */
  takesTwoAgain(): Promise<void>
}

const HOLDER = '占座的家长'
const NAMES = ['示例甲', '示例乙', '示例丙', '示例丁', '示例戊', '示例己']

/** Has one parent book all seats that a children's class has left; six children are the most of a family. */
export async function aFullClass(host: string): Promise<FullClass> {
  const left = ({ pool }: ChildrensClass) => pool.capacity - pool.taken
  const all = await childrensClasses(host)
  const found = all.reverse().find((one) => left(one) <= NAMES.length)!
  const { poolId } = found.pool
  const birthDate = bornFor(found.ages.min + 1, found.firstDay)
  const children: string[] = []
  for (const name of NAMES.slice(0, left(found))) {
    children.push(await addChild(host, HOLDER, name, birthDate))
  }
  const book = (attendeeIds: string[]) => tell(host, HOLDER, 'seats.book', { poolId, attendeeIds })
  const two = children.slice(0, 2)
  await book(two)
  await book(children.slice(2))
  return {
    ...found,
    givesTwoBack: async () => {
      const held = await heldBy(host, HOLDER)
      const booking = held.find(({ attendees }) =>
        attendees!.some((one) => one.attendeeId === two[0]),
      )
      await tell(host, HOLDER, 'seats.cancel', { bookingId: booking!.bookingId })
    },
    takesTwoAgain: async () => void (await book(two)),
  }
}

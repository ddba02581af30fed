import type { Output } from '@/contract'
import type { Dependencies } from '@/cloud/handler'
import { wholeOf } from '@/cloud/consultations/whole'
import { sealingOf } from '@/cloud/sealing/sealing-of'
import { caseIdsOf } from '@/cloud/store/queries/erasure/cases'
import type { FeedbackText } from '@/cloud/store/queries/consultations/feedback'
import { partsOf } from '@/cloud/store/queries/consultations/parts'
import { consultationFor } from '@/cloud/store/queries/consultations/row'
import type { Told } from '@/cloud/store/queries/erasure/exported'

const SERVICES = { legal: '法律咨询', mediation: '调解', feedback: '投诉建议' }
const AUTHORS = { resident: '我', professional: '接待的人', staff: '工作人员' }

/** A consultation in the words of its facts, with the files that were added to it. */
export interface ToldCase {
  facts: Told
  attachments: NonNullable<Output<'consultation.get'>['content']>['attachments']
}

/** Consultations of somebody, newest first, opened for them: what they wrote and what they were told. */
export async function toldCases(
  dependencies: Dependencies,
  page: { personId: string; limit: number; offset: number },
): Promise<ToldCase[]> {
  const { store, clock } = dependencies
  const { personId } = page
  const told: ToldCase[] = []
  for (const consultationId of await caseIdsOf(store.pool, page)) {
    const row = await consultationFor(store.pool, { personId }, consultationId)
    if (!row) continue
    const parts = await partsOf(store.pool, row, clock.now())
    const whole = await wholeOf(row, parts, sealingOf(dependencies))
    const said = row.plain as FeedbackText | null
    const { content } = whole
    const attachments = content?.attachments ?? []
    const facts = present([
      ['哪一种', SERVICES[row.service]],
      ['中心', row.centreName],
      ['什么时候', minuteOf(whole.createdAt)],
      ['约在', whole.meeting && `${minuteOf(whole.meeting.startsAt)} ${whole.meeting.place}`],
      ['什么时候结束', whole.closedAt && minuteOf(whole.closedAt)],
      ['什么时候销毁', whole.deletedAt && minuteOf(whole.deletedAt)],
      ['写的事', content?.matter.text ?? said?.text],
      ['还有谁', content?.matter.otherParties.join('、')],
      ['想怎样', content?.matter.wishes],
      ['楼院', content?.matter.building],
      ['怎么称呼', content?.contact.name],
      ['怎么联系', content?.contact.reach ?? said?.reach],
      ['附件', attachments.map(({ name }) => name).join('、')],
      ...whole.entries.map(({ at, author, text }): [string, string | null] => [
        `${minuteOf(at)} ${AUTHORS[author]}`,
        text,
      ]),
    ])
    told.push({ facts, attachments })
  }
  return told
}

/** An instant as the other sections write it: day and minute at UTC+8. */
const minuteOf = (instant: string): string => instant.slice(0, 16).replace('T', ' ')

function present(facts: [string, string | null | undefined][]): Told {
  return facts.flatMap(([name, value]): Told => (value ? [[name, value]] : []))
}

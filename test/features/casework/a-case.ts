import type { Item } from '@/features/casework/case-words'
import type { Opened } from '@/features/casework/case-actions'

/** Wednesday, as the tests of these screens have it. */
export const now = new Date('2026-11-25T09:00:00+08:00').getTime()

let count = 0

/** A consultation in a professional's list: assigned, nothing agreed, due on Friday. */
export function anItem(more: Partial<Item> = {}): Item {
  return {
    consultationId: `nongye.c${(count += 1)}`,
    service: 'legal',
    state: 'assigned',
    urgent: false,
    createdAt: '2026-11-24T10:00:00+08:00',
    meeting: null,
    awaiting: 'professional',
    dueAt: '2026-11-27T18:00:00+08:00',
    overdue: false,
    ...more,
  }
}

/** A consultation that was opened. */
export function anOpened(more: Partial<Opened> = {}): Opened {
  const { overdue: _overdue, ...item } = anItem()
  return {
    ...item,
    centreId: 'nongye',
    centreName: '农业银行社区党群服务中心',
    closedAt: null,
    outcome: null,
    content: {
      matter: {
        kind: 'inheritance-support',
        text: '示例：老房子在父亲名下。',
        otherParties: ['示例甲'],
        wishes: '',
        building: '',
      },
      contact: { name: '示例先生', channel: 'phone', reach: '0371-0000 0000' },
      attachments: [],
    },
    entries: [],
    proposal: null,
    openings: [{ at: '2026-11-25T08:50:00+08:00', role: 'lawyer', what: '内容' }],
    deletedAt: null,
    mayRate: false,
    ...more,
    meeting: more.meeting ?? null,
  }
}

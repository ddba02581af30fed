import { OWN_OPERATIONS } from '@/domain/access/own-operations'
import { ROLE_OPERATIONS } from '@/domain/access/role-operations'
import type { Section } from './exported'

const PAGE = 'limit $2::integer offset $3::integer'
const at = (column: string) =>
  `to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`
const named = (column: string, names: Record<string, string>) =>
  `case ${column} ${Object.entries(names)
    .map(([value, name]) => `when '${value}' then '${name}'`)
    .join(' ')} else ${column}::text end`

const TITLE = `case when pool.intake is null then activity.title else '私密预约' end`
const COURSE = `
  join changlai.pool on pool.centre_id = one.centre_id and pool.pool_id = one.pool_id
  join changlai.activity
    on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
  join changlai.centre on centre.centre_id = one.centre_id`

const ROLE_NAMES = {
  ...{ staff: '工作人员', lawyer: '律师', mediator: '调解员', doctor: '医师' },
  ...{ volunteer: '志愿者', district: '区管理员', director: '负责人', teacher: '教师' },
}

const TEMPLATE_NAMES = {
  ...{ tomorrow: '明天有课', soon: '快上课了', seat: '轮到您了', change: '课有变' },
  private: '预约有新消息',
}

/** Everything that is told as it stands; what is sealed is opened elsewhere. */
export const SECTIONS: readonly Section[] = [
  {
    group: 'identity',
    text: `
select ${named('identity.provider', { wechat: '微信', local: '这台电脑' })} as "平台", identity.subject as "平台给的编号",
  person.nickname as "称呼", centre.name as "常去的中心", ${at('person.created_at')} as "第一次来",
  to_char(identity.here_in, 'YYYY-MM') as "最近来过的月份"
from changlai.person
left join changlai.person_identity as identity on identity.person_id = person.person_id
left join changlai.centre on centre.centre_id = person.home_centre_id
where person.person_id = $1::uuid
${PAGE}`,
  },
  {
    group: 'family',
    text: `
select member.name as "名字", ${named('member.kind', { child: '孩子', elder: '老人' })} as "是谁",
  member.birth_date::text as "生日", case when member.linked then '用口令关联的' end as "怎么添的",
  ${at('member.added_at')} as "什么时候添的", ${at('member.removed_at')} as "什么时候去掉的",
  (select string_agg(consent.rules_version || ' 版，' || ${at('consent.consented_at')}, '；'
      order by consent.consented_at)
    from changlai.guardian_consent as consent
    where consent.member_id = member.member_id) as "监护人的同意"
from changlai.family_member as member
where member.holder_id = $1::uuid
order by member.added_at, member.member_id
${PAGE}`,
  },
  {
    group: 'bookings',
    text: `
select ${TITLE} as "活动", centre.name as "中心", people.name as "给谁报的",
  ${named('one.status', { booked: '报上了', cancelled: '退了' })} as "现在",
  ${at('booking.booked_at')} as "什么时候报的", ${at('booking.cancelled_at')} as "什么时候退的",
  ${at('pool.starts_at')} as "第一次课", one.queue_number::text as "号",
  (select string_agg(${at('lesson.starts_at')} || ' ' || ${named('mark.mark', {
    ...{ present: '来了', late: '晚到', absent: '没来', excused: '请假' },
  })}, '；' order by lesson.starts_at)
    from changlai.attendance as mark
    join changlai.occurrence as lesson
      on lesson.centre_id = mark.centre_id and lesson.occurrence_id = mark.occurrence_id
    where mark.centre_id = one.centre_id and mark.booking_id = one.booking_id
      and mark.person_id = one.person_id) as "来没来"
from changlai.booking_attendee as one
join people on people.person_id = one.person_id
join changlai.booking
  on booking.centre_id = one.centre_id and booking.booking_id = one.booking_id
${COURSE}
order by booking.booked_at desc, one.booking_id, one.person_id
${PAGE}`,
  },
  {
    group: 'bookings',
    text: `
select ${TITLE} as "在排的活动", centre.name as "中心", people.name as "给谁排的",
  ${named('entry.state', {
    ...{ waiting: '在排', offered: '轮到了', accepted: '要了', lapsed: '过了时间' },
    ...{ left: '不排了', over: '没排到' },
  })} as "现在",
  ${at('entry.joined_at')} as "什么时候开始排", ${at('entry.ended_at')} as "什么时候结束"
from changlai.waitlist_attendee as one
join people on people.person_id = one.person_id
join changlai.waitlist_entry as entry
  on entry.centre_id = one.centre_id and entry.entry_id = one.entry_id
${COURSE}
order by entry.joined_at desc, one.entry_id, one.person_id
${PAGE}`,
  },
  {
    group: 'draws',
    text: `
select centre.name as "中心", people.name as "给谁登记的", one.number::text as "号",
  ${at('entry.entered_at')} as "什么时候登记的", ${at('entry.left_at')} as "什么时候撤回的",
  entry.weight::text as "权重", entry.drawn_place::text as "第几个摇出来",
  case when entry.drawn_place is not null then
    case when entry.won_pool_id is null then '没中' else '中了' end end as "结果"
from changlai.ballot_attendee as one
join people on people.person_id = one.person_id
join changlai.ballot_entry as entry
  on entry.centre_id = one.centre_id and entry.ballot_id = one.ballot_id
  and entry.number = one.number
join changlai.centre on centre.centre_id = one.centre_id
order by entry.entered_at desc, one.ballot_id, one.number, one.person_id
${PAGE}`,
  },
  {
    group: 'strikes',
    text: `
select centre.name as "中心", ${named('one.kind', {
      absent: '没来',
      'late-cancel': '退晚了',
    })} as "什么事",
  ${at('one.struck_at')} as "什么时候记的", ${at('one.expires_at')} as "到什么时候算数",
  ${named('one.state', {
    ...{ standing: '算数', contested: '您说不对，等人看', upheld: '看过，算数' },
    waived: '不算了',
  })} as "现在",
  one.reason as "中心的说明"
from changlai.strike as one
join changlai.centre on centre.centre_id = one.centre_id
where one.person_id = $1::uuid
order by one.struck_at desc, one.strike_id
${PAGE}`,
  },
  {
    group: 'notices',
    text: `
select ${named('one.kind', {
      ...{ 'lesson-moved': '课改了时间或地点', 'lesson-cancelled': '课取消了' },
      ...{ 'activity-changed': '活动改了', 'activity-cancelled': '活动取消了' },
      'class-message': '中心说的话',
    })} as "什么事",
  centre.name as "中心", ${at('one.made_at')} as "什么时候", ${at('one.read_at')} as "什么时候看的"
from changlai.notice as one
join changlai.centre on centre.centre_id = one.centre_id
where one.person_id = $1::uuid
order by one.made_at desc, one.notice_id
${PAGE}`,
  },
  {
    group: 'alerts',
    text: `
select ${named('one.template', TEMPLATE_NAMES)} as "哪种提醒",
  ${at('one.accepted_at')} as "什么时候点的", ${at('one.used_at')} as "什么时候发的"
from changlai.alert_acceptance as one
where one.person_id = $1::uuid
order by one.accepted_at desc, one.template, one.request_id
${PAGE}`,
  },
  {
    group: 'alerts',
    text: `
select ${named('one.template', TEMPLATE_NAMES)} as "最后问的哪种提醒",
  ${named('one.answer', { accept: '要', reject: '不要', ban: '微信关了', filter: '微信关了' })} as "怎么答的",
  ${at('one.answered_at')} as "什么时候"
from changlai.alert_answer as one
where one.person_id = $1::uuid
order by one.template
${PAGE}`,
  },
  {
    group: 'alerts',
    text: `
select ${named('one.purpose', {
      ...{ 'lesson-tomorrow': '明天有课', 'lesson-soon': '快上课了', 'seat-offered': '轮到您了' },
      ...{
        'ballot-drawn': '摇号有结果了',
        'lesson-changed': '课有变',
        'private-news': '预约有新消息',
      },
    })} as "提醒什么",
  ${at('one.made_at')} as "什么时候写的", ${named('one.state', {
    ...{ waiting: '还没发', sent: '发了', dropped: '没发', failed: '没发成' },
  })} as "现在",
  ${at('one.ended_at')} as "什么时候发的"
from changlai.alert as one
where one.person_id = $1::uuid
order by one.made_at desc, one.alert_id
${PAGE}`,
  },
  {
    group: 'stations',
    text: `
select station.name as "驿站", ${named('one.kind', {
      ...{ closed: '没开门', broken: '有东西坏了', moved: '搬走了', fine: '好着呢' },
    })} as "说的什么",
  one.note as "写的话", ${at('one.reported_at')} as "什么时候"
from changlai.station_report as one
join changlai.station
  on station.centre_id = one.centre_id and station.station_id = one.station_id
where one.person_id = $1::uuid
order by one.reported_at desc, one.report_id
${PAGE}`,
  },
  {
    group: 'desks',
    text: `
select one.browser || '（' || one.system || '）' as "浏览器", ${at('one.began_at')} as "什么时候登录的",
  ${at('one.seen_at')} as "最后一次用", ${at('one.ended_at')} as "什么时候退的"
from changlai.desk_session as one
where one.person_id = $1::uuid
order by one.began_at desc, one.session_id
${PAGE}`,
  },
  {
    group: 'calendar',
    text: `
select ${at('one.made_at')} as "地址是什么时候要的"
from changlai.calendar_address as one where one.person_id = $1::uuid
${PAGE}`,
  },
  {
    group: 'files',
    text: `
select one.name as "文件", one.bytes::text as "字节", ${at('one.received_at')} as "什么时候传的"
from changlai.uploaded_file as one where one.person_id = $1::uuid
order by one.received_at, one.file_id
${PAGE}`,
  },
  {
    group: 'roles',
    text: `
select * from (
  select coalesce(centre.name, '全区') as "中心", ${named('held.role', ROLE_NAMES)} as "做什么",
    ${at('held.granted_at')} as "从什么时候", null as "到什么时候"
  from changlai.role_grant as held
  left join changlai.centre on centre.centre_id = held.centre_id
  where held.person_id = $1::uuid
  union all
  select coalesce(centre.name, '全区'), ${named('held.role', ROLE_NAMES)},
    ${at('held.granted_at')}, ${at('held.ended_at')}
  from changlai.ended_role as held
  left join changlai.centre on centre.centre_id = held.centre_id
  where held.person_id = $1::uuid
) as held
order by 4 desc nulls first, 1, 2
${PAGE}`,
  },
  {
    group: 'audit',
    text: `
select ${at('one.at')} as "什么时候", ${named('one.role', ROLE_NAMES)} as "凭什么职务",
  one.operation as "做了什么"
from changlai.audit_entry as one where one.person_id = $1::uuid
order by one.at desc, one.entry_id
${PAGE}`,
    words: { of: '做了什么', from: ROLE_OPERATIONS },
  },
  {
    group: 'answers',
    text: `
select ${at('one.answered_at')} as "什么时候", one.operation as "办了什么"
from changlai.answered_request as one where one.person_id = $1::uuid
order by one.answered_at desc, one.request_id
${PAGE}`,
    words: { of: '办了什么', from: { ...ROLE_OPERATIONS, ...OWN_OPERATIONS } },
  },
]

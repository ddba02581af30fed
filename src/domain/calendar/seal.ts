import type { Audience, Category } from './programme'

/** The one character in a small frame that names a category, and the category's full name. */
export const SEALS: Readonly<Record<Category, { character: string; name: string }>> = {
  lecture: { character: '讲', name: '社区大讲堂' },
  'night-school': { character: '学', name: '夜校' },
  skills: { character: '技', name: '技能培训' },
  children: { character: '童', name: '孩子的课' },
  outing: { character: '游', name: '研学出行' },
  clinic: { character: '医', name: '医师坐诊' },
  club: { character: '乐', name: '文艺队伍' },
  festival: { character: '节', name: '我们的节日' },
  legal: { character: '法', name: '法律咨询' },
}

/** Whom an activity is meant for, as residents say it. */
export const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  everyone: '大家',
  children: '一小',
  elders: '一老',
  adults: '青壮',
  riders: '骑手',
  members: '党员',
}

import type { TemplateKey } from '@/domain/programme/templates'

/** What each template is for, in one sentence. */
export const TEMPLATE_WORDS: Readonly<Record<TemplateKey, { title: string; note: string }>> = {
  'weekly-lecture': { title: '社区大讲堂', note: '每周一次，谁都能来，一次一次报' },
  'night-school': { title: '社区夜校', note: '12 个晚上，一次报整期' },
  'children-course': { title: '少儿课程', note: '8 节周末课，家长给孩子报' },
  'open-club': { title: '健身、文艺队', note: '每周都有，不用报名，直接来' },
  clinic: { title: '义诊', note: '一人一个号，到了按号叫' },
  workshop: { title: '手工活动', note: '只一次，限名额' },
  screening: { title: '放电影', note: '只一晚，不用报名' },
}

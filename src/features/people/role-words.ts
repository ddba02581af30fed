import { EVERYWHERE, ROLES_IN_ORDER, type Role } from '@/domain/access/role'

interface RoleWords {
  name: string
  /** What whoever has it may do, in a sentence. */
  may: string
}

const WORDS: Readonly<Record<Role, RoleWords>> = {
  director: {
    name: '负责人',
    may: '办中心的各样事，决定谁在这里工作，能看操作记录。',
  },
  staff: { name: '工作人员', may: '办中心的各样事：报名、候补、摇号、点名、受理、驿站。' },
  teacher: { name: '老师', may: '看自己课上的名单，点名。' },
  volunteer: { name: '志愿者', may: '在门口点名，替来的人报名。' },
  lawyer: { name: '律师', may: '接分给自己的法律咨询，发布自己的时间。' },
  mediator: { name: '调解员', may: '接分给自己的调解，发布自己的时间。' },
  doctor: { name: '坐诊医师', may: '坐诊时叫号。' },
  district: { name: '区里的管理员', may: '管所有的中心，也决定各中心的负责人。' },
}

export function roleName(role: Role): string {
  return WORDS[role]?.name ?? '别的身份'
}

export function whatRoleMay(role: Role): string {
  return WORDS[role]?.may ?? '更新小程序后能看到。'
}

/** The roles that can be given in a place, in their order. */
export function rolesGivenIn(place: string): Role[] {
  return ROLES_IN_ORDER.filter((role) => (role === 'district') === (place === EVERYWHERE))
}

/** What somebody is called who may have no nickname. */
export function calledOr(nickname: string | null, role: Role): string {
  return nickname ?? `一位${roleName(role)}`
}

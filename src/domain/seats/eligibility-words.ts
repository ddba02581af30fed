import type { Role } from '@/domain/access/role'
import { deadlineInWords } from '@/domain/time/words'
import type { PoolAudience } from './eligibility'

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  staff: '本中心的工作人员',
  lawyer: '值班律师',
  mediator: '调解员',
  doctor: '坐诊的医师',
  volunteer: '本中心的志愿者',
  district: '区里的工作人员',
  director: '本中心的负责人',
  teacher: '本中心的老师',
}

const KEPT_FOR: Readonly<Record<Role, string>> = {
  staff: '限工作人员',
  lawyer: '限值班律师',
  mediator: '限调解员',
  doctor: '限坐诊医师',
  volunteer: '限志愿者',
  district: '限区工作人员',
  director: '限负责人',
  teacher: '限老师',
}

/** Whom a pool is kept for, in a word or two for a list; null where it is for residents. */
export function keptForInWords(onlyRole: Role | null | undefined): string | null {
  return onlyRole ? KEPT_FOR[onlyRole] : null
}

/**
 * Who may book beyond what the pool's times say, for residents to read; null for everybody.
 * `centreName` is the centre's short name, `now` in milliseconds since the epoch.
 */
export function whoMayBookInWords(
  pool: Omit<PoolAudience, 'centreId'>,
  centreName: string,
  now: number,
): string | null {
  if (pool.onlyRole !== null) return `只给${ROLE_NAMES[pool.onlyRole]}报名`
  if (pool.intake !== null) return '先填一张表，填的内容只有办理的人看得到'
  if (pool.mode === 'ballot') return '摇号分配，先来后到都一样'
  if (pool.homeCentreUntil !== null && now < pool.homeCentreUntil) {
    return `${deadlineInWords(pool.homeCentreUntil, now)}，先给把${centreName}设为常去中心的居民报名`
  }
  return null
}

/** 6–10 岁, 60 岁以上, 12 岁以下; null when every age is welcome. Ages in full years. */
export function agesInWords(
  ages: { min: number | null; max: number | null } | null,
): string | null {
  if (ages === null) return null
  const { min, max } = ages
  if (min !== null && max !== null) return min === max ? `${min} 岁` : `${min}–${max} 岁`
  if (min !== null) return `${min} 岁以上`
  return max === null ? null : `${max} 岁以下`
}

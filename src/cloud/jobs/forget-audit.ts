import type { Dependencies } from '@/cloud/handler'
import { forgetOldAudit } from '@/cloud/store/queries/audit/forget'

/**
 * Deletes what was written down three years ago, as long as 个人信息保护法 §56 wants records of what
 * was done with personal data kept (网络安全法: logs six months at least); gives how many. By the
 * database's clock, whatever a host's says.
 */
export function forgetAudit({ store }: Dependencies): Promise<number> {
  return forgetOldAudit(store.pool)
}

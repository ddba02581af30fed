import { readFileSync } from 'node:fs'
import type { Report } from './report'
import type { Asked } from './settings'

/** The account, its key and its robot, as far as they are given; a dry run does without the key. */
export function accountOf({ settings, note, dryRun }: Asked, report: Report) {
  const appid = settings['CHANGLAI_APPID'] ?? ''
  if (!/^wx[0-9a-f]{16}$/.test(appid)) {
    report.refuse('Set CHANGLAI_APPID to the AppID (wx and 16 digits): 微信公众平台 → 开发管理.')
  }
  const keyFile = settings['CHANGLAI_UPLOAD_KEY'] || null
  const lacking = keyFile === null ? 'is not set' : whatIsWrongWithKey(keyFile)
  if (lacking !== null) {
    const sentence =
      `CHANGLAI_UPLOAD_KEY ${lacking}. It names the file of the upload key: 微信公众平台 → 开发管理 → ` +
      '开发设置 → 小程序代码上传 → 生成; add the address of this machine to the list there.'
    if (dryRun && keyFile === null) report.warn(sentence)
    else report.refuse(sentence)
  }
  const robot = Number(settings['CHANGLAI_ROBOT'] ?? 1)
  if (!Number.isInteger(robot) || robot < 1 || robot > 30) {
    report.refuse('CHANGLAI_ROBOT is a number from 1 to 30.')
  }
  return { appid, keyFile, robot, note: note || '常来' }
}

function whatIsWrongWithKey(file: string): string | null {
  try {
    const isKey = readFileSync(file, 'utf8').includes('PRIVATE KEY-----')
    return isKey ? null : `(${file}) is no private key`
  } catch {
    return `(${file}) cannot be read`
  }
}

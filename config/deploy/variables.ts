import { connectionFrom } from '../../src/cloud/store/connection'
import { storeOptionsFrom } from '../../src/cloud/store/environment'
import { templatesIn } from '../../src/domain/alerts/template'
import { masterKeysOf } from '../../src/cloud/hosts/master-keys'
import type { Report } from './report'
import type { Settings } from './settings'

/** What a function may be told; a deployment replaces all that it was told before. */
const TOLD = /^(DATABASE_URL|PG[A-Z]+|CHANGLAI_[A-Z_]+|TENCENTCLOUD_[A-Z]+|LOG_LEVEL)$/
/** What is of the deployment itself, or of the schema's owner, and must not lie in the cloud. */
const NOT_TOLD =
  /^CHANGLAI_(APPID|UPLOAD_KEY|ROBOT|VPC|SUBNET|APP_PASSWORD|CALLERS)$|^DATABASE_OWNER_URL$/

const HERE = /^(localhost|127\.|::1$|\/)/
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/

/**
 * What the functions are told of their surroundings; says what is missing or does not belong there.
 * Names are shown, values never.
 */
export function functionVariables(settings: Settings, report: Report): Record<string, string> {
  const told = Object.entries(settings).filter(
    (entry): entry is [string, string] => TOLD.test(entry[0]) && !NOT_TOLD.test(entry[0]),
  )
  const variables = { ...Object.fromEntries(told.filter(([, value]) => value !== '')) }
  checkDatabase(settings, report)
  checkMasterKeys(variables, report)
  checkTemplates(variables, report)
  return { ...variables, NODE_ENV: 'production' }
}

function checkDatabase(settings: Settings, report: Report): void {
  const { databaseUrl } = storeOptionsFrom(settings)
  if (!databaseUrl) {
    report.refuse('Set DATABASE_URL, or PGHOST, PGPORT, PGDATABASE, PGUSER and PGPASSWORD.')
    return
  }
  const { host = '', user = '' } = connectionFrom(databaseUrl)
  if (HERE.test(host)) {
    report.refuse('The database of the functions is on this machine, where they cannot reach it.')
  }
  if (!user.startsWith('changlai_app')) {
    report.refuse(
      'The functions are to work as changlai_app, which owns nothing. npm run migrate made it; ' +
        'give its name and password in DATABASE_URL or PGUSER and PGPASSWORD.',
    )
  }
  if (PRIVATE.test(host) && !settings['CHANGLAI_VPC']) {
    report.refuse(
      'The database has a private address: set CHANGLAI_VPC and CHANGLAI_SUBNET, its network.',
    )
  }
}

function checkMasterKeys(variables: Settings, report: Report): void {
  try {
    if (masterKeysOf(variables)) return
    report.warn('No master keys: private consultations (问律师, 调解) will be unavailable.')
  } catch (error) {
    report.refuse((error as Error).message)
  }
}

/** A function would log it and send nothing: nobody would look. */
function checkTemplates({ CHANGLAI_TEMPLATES: text }: Settings, report: Report): void {
  const read = text ? templatesIn(text) : null
  if (!read || !('wrong' in read)) return
  report.refuse(
    `CHANGLAI_TEMPLATES cannot be used: ${read.wrong}. It is JSON between single quotes, docs/messages.md.`,
  )
}

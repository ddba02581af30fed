import type { CommonClient } from 'tencentcloud-sdk-nodejs-common'
import { SealBroken } from './authenticated'
import { type MasterKeys, SealingUnavailable } from './master-keys'

/** The product's API that this speaks (Tencent Cloud KMS, Encrypt and Decrypt). */
const VERSION = '2019-01-18'
const ENDPOINT = 'kms.tencentcloudapi.com'
const WITHIN_SECONDS = 5

/** What the service says of a ciphertext that is not one of the key in this context. */
const BROKEN = new Set(['InvalidParameterValue.InvalidCiphertext', 'FailedOperation.DecryptError'])

export interface KmsOptions {
  /** The id of the customer master key of each version; at least one. */
  keyIds: ReadonlyMap<number, string>
  region: string
  /** Asked anew for each call: a function's are renewed while it lives. */
  credential: () => { secretId: string; secretKey: string; token?: string | undefined }
  /** Where the service is reached, `https://kms.tencentcloudapi.com` unless it is said. */
  url?: string | undefined
}

/**
 * Master keys that never leave Tencent Cloud's KMS: it wraps and unwraps data keys, bound to their
 * context. Throws SealBroken as other master keys do, and SealingUnavailable, with the service's code
 * and without its text, when the service refuses or cannot be reached. The official SDK is loaded at
 * the first call.
 */
export function kmsMasterKeys(options: KmsOptions): MasterKeys {
  const { keyIds } = options
  const current = Math.max(...keyIds.keys())
  const keyIdOf = (version: number) => {
    const keyId = keyIds.get(version)
    if (keyId !== undefined) return keyId
    throw new SealingUnavailable(
      `Something is sealed under master key ${version}, which CHANGLAI_KMS_KEYS does not name.`,
    )
  }
  const ask = async (action: 'Encrypt' | 'Decrypt', input: object, context: string) => {
    const client = await clientOf(options)
    const EncryptionContext = JSON.stringify({ context })
    const answer: unknown = await client
      .request(action, { ...input, EncryptionContext })
      .catch((error: Error & { code?: unknown }) => {
        const code = typeof error.code === 'string' ? error.code : 'no answer'
        if (BROKEN.has(code)) throw new SealBroken()
        throw new SealingUnavailable(`The KMS did not ${action.toLowerCase()} a key: ${code}.`)
      })
    return answer as { CiphertextBlob?: string; Plaintext?: string }
  }
  return {
    current,
    async wrap(key, context) {
      const wish = { KeyId: keyIdOf(current), Plaintext: key.toString('base64') }
      const { CiphertextBlob } = await ask('Encrypt', wish, context)
      return { keyVersion: current, wrappedKey: Buffer.from(CiphertextBlob!, 'base64') }
    },
    async unwrap({ keyVersion, wrappedKey }, context) {
      // The ciphertext names its key itself; a version that is not listed is one not to be used.
      keyIdOf(keyVersion)
      const wish = { CiphertextBlob: wrappedKey.toString('base64') }
      const { Plaintext } = await ask('Decrypt', wish, context)
      return Buffer.from(Plaintext!, 'base64')
    },
  }
}

async function clientOf({ region, credential, url }: KmsOptions): Promise<CommonClient> {
  const { CommonClient: Client } = await import('tencentcloud-sdk-nodejs-common')
  const { host, protocol } = new URL(url ?? `https://${ENDPOINT}`)
  const { secretId, secretKey, token } = credential()
  return new Client(ENDPOINT, VERSION, {
    credential: { secretId, secretKey, ...(token ? { token } : {}) },
    region,
    profile: {
      httpProfile: { endpoint: host, protocol: `${protocol}//`, reqTimeout: WITHIN_SECONDS },
    },
  })
}

type Environment = Record<string, string | undefined>

/**
 * A KMS out of the environment: `CHANGLAI_KMS_KEYS`, a list `<version>:<key id>` with commas, with
 * `TENCENTCLOUD_REGION`, `TENCENTCLOUD_SECRETID`, `TENCENTCLOUD_SECRETKEY` and, of a function's role,
 * `TENCENTCLOUD_SESSIONTOKEN`; `CHANGLAI_KMS_URL` where it is reached otherwise. Null when no keys are
 * named; throws SealingUnavailable when something is wrong.
 */
export function kmsFrom(environment: Environment): MasterKeys | null {
  const list = environment['CHANGLAI_KMS_KEYS'] ?? ''
  if (list.trim() === '') return null
  const keyIds = new Map<number, string>()
  for (const part of list.split(',')) {
    const [, version, keyId] = /^([1-9]\d{0,5}):([\w-]{1,64})$/.exec(part.trim()) ?? []
    if (version === undefined || keyIds.has(Number(version))) {
      throw new SealingUnavailable(
        'CHANGLAI_KMS_KEYS must be a list like 1:<key id>, with commas, and no version twice.',
      )
    }
    keyIds.set(Number(version), keyId!)
  }
  const region = needed(environment, 'TENCENTCLOUD_REGION')
  const credential = () => ({
    secretId: needed(environment, 'TENCENTCLOUD_SECRETID'),
    secretKey: needed(environment, 'TENCENTCLOUD_SECRETKEY'),
    token: environment['TENCENTCLOUD_SESSIONTOKEN'],
  })
  return kmsMasterKeys({ keyIds, region, credential, url: environment['CHANGLAI_KMS_URL'] })
}

function needed(environment: Environment, name: string): string {
  const value = environment[name]
  if (value) return value
  throw new SealingUnavailable(`CHANGLAI_KMS_KEYS needs ${name}.`)
}

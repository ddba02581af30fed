/*
 * Stands where the platform stands between the framework and a cloud function: for each invocation
 * it puts the caller into the environment and into the context, adds `userInfo` to the event, and
 * lets one invocation end before the next begins. Who calls comes in the extended context, a header
 * that only the test can set.
 */
const Module = require('node:module')

/**
 * Cloud storage stands at the address CLOUD_STORAGE, where there is one: of the official SDK, only the
 * two functions that ask the platform for a file's address and for its deletion are replaced.
 */
const { CLOUD_STORAGE, FUNCTION_UNDER_TEST } = process.env
const addressOf = (fileID) => `${CLOUD_STORAGE}/${encodeURIComponent(fileID)}`
const storage = {
  getTempFileURL: async ({ fileList }) => ({
    fileList: fileList.map(({ fileID }) => ({ fileID, status: 0, tempFileURL: addressOf(fileID) })),
  }),
  deleteFile: async ({ fileList }) => {
    for (const fileID of fileList) await globalThis.fetch(addressOf(fileID), { method: 'DELETE' })
    return { fileList: fileList.map((fileID) => ({ fileID, status: 0 })) }
  },
}
if (CLOUD_STORAGE) {
  const load = Module._load
  Module._load = (name, ...rest) => {
    const loaded = load(name, ...rest)
    return name === 'wx-server-sdk' ? { ...loaded, ...storage } : loaded
  }
}

const { main } = require(FUNCTION_UNDER_TEST)

let turn = Promise.resolve()

async function invoke(event, context) {
  const openId = context.extendedContext?.wechatContext?.openId
  const environment = {
    ...(openId ? { WX_OPENID: openId, WX_APPID: 'wx-sample', TCB_SOURCE: 'wx_client' } : {}),
    // What a timer, HTTP access or another mini-program in a shared environment is given.
    ...context.extendedContext?.environment,
  }
  // A reused instance keeps what the call before left: that is the trap the function must not fall into.
  Object.assign(process.env, environment)
  const keys = Object.keys(environment).filter((key) => key.startsWith('WX_'))
  if (keys.length > 0) process.env.WX_CONTEXT_KEYS = keys.join(',')
  const userInfo = openId ? { appId: 'wx-sample', openId } : undefined
  return main(
    typeof event === 'object' && event !== null && userInfo ? { ...event, userInfo } : event,
    { ...context, request_id: context.eventID, environment: JSON.stringify(environment) },
  )
}

module.exports.main = (event, context) => {
  const answered = turn.then(() => invoke(event, context))
  turn = answered.catch(() => {})
  return answered
}

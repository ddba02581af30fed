/*
 * Stands where the platform stands between the framework and a cloud function: for each invocation
 * it puts the caller into the environment and into the context, adds `userInfo` to the event, and
 * lets one invocation end before the next begins. Who calls comes in the extended context, a header
 * that only the test can set.
 */
const { main } = require(process.env.FUNCTION_UNDER_TEST)

let turn = Promise.resolve()

async function invoke(event, context) {
  const openId = context.extendedContext?.wechatContext?.openId
  const environment = openId
    ? { WX_OPENID: openId, WX_APPID: 'wx-sample', TCB_SOURCE: 'wx_client' }
    : {}
  for (const key of ['WX_OPENID', 'WX_APPID', 'TCB_SOURCE', 'WX_CONTEXT_KEYS']) {
    // A reused instance keeps what the call before left: that is the trap the function must not fall into.
    if (key in environment) process.env[key] = environment[key]
  }
  if (openId) process.env.WX_CONTEXT_KEYS = 'WX_OPENID,WX_APPID'
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

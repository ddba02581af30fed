/*
 * One instance of a function: loads it as the platform does, invokes it once and says its answer.
 * Without a function it is an empty process that says something at once.
 */
const { FUNCTION, EVENT } = process.env
const said = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`)
if (FUNCTION) require(FUNCTION).main(JSON.parse(EVENT), {}).then(said)
else said({ ok: true })

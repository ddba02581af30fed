/**
 * What each program reaches once the compiler has taken the types away. `import type` does not
 * count here, so a feature may know the contract's types without valibot reaching the phone.
 */
const { builtinModules } = require('node:module')
const { options } = require('./.dependency-cruiser.cjs')

/** What Taro starts on the phone. */
const PHONE_ENTRIES = '^src/(app|pages/.+)[.]tsx$'
const NODE_CORE = `^(node:)?(${builtinModules.join('|')})$`

const phone = (name, to, comment) => ({
  name: `phone-never-reaches-${name}`,
  comment,
  severity: 'error',
  from: { path: PHONE_ENTRIES },
  to: { ...to, reachable: true },
})

module.exports = {
  forbidden: [
    phone('cloud', { path: '^src/cloud/' }, 'The cloud layer runs on Node only.'),
    phone('contract', { path: '^src/contract/' }, 'The phone knows the contract as types.'),
    phone('valibot', { path: 'node_modules/valibot/' }, 'No schema library on the phone.'),
    phone('pg', { path: 'node_modules/(pg|kysely)/' }, 'No database driver on the phone.'),
    phone('node-core', { path: NODE_CORE }, 'Node’s core does not exist on the phone.'),
  ],
  options: { ...options, tsPreCompilationDeps: false },
}

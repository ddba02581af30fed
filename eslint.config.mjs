import js from '@eslint/js'
import tseslint from 'typescript-eslint'

/**
 * What oxlint (.oxlintrc.json) does not do: forms of syntax that phones lack, and the few files that are
 * JavaScript and have no types. No rule here asks for types, so none are read.
 */

/** Everything that ends up in the bundle of the phone (mini-program and H5). */
const PHONE = ['src/app*.{ts,tsx}', 'src/{pages,features,ui,gateway,domain}/**/*.{ts,tsx}']
const JAVASCRIPT = ['**/*.{js,mjs,cjs}']

/** Phones lack Intl or carry broken time zones: everything is computed at UTC+8 by src/domain/time. */
const NO_LOCALE = [
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/]',
    message: 'toLocale* needs Intl, which some phones lack; use src/domain/time.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='parse']",
    message: 'Date.parse differs between phones; use src/domain/time.',
  },
  {
    selector: "CallExpression[callee.property.name='tz']",
    message: '.tz() needs Intl; everything is computed at UTC+8 by src/domain/time.',
  },
  {
    selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]',
    message: 'iOS before 16.4 does not parse lookbehind.',
  },
]

/** The domain is pure: time and chance are arguments. */
const NO_CLOCK_NO_CHANCE = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The domain has no clock: take the time as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The domain has no clock: take the time as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The domain has no chance: take the random number as an argument.',
  },
]

export default tseslint.config(
  { ignores: ['node_modules', 'dist', '.data', '.cache', '.artifacts', '.swc'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: PHONE,
    languageOptions: { parser: tseslint.parser },
    rules: { 'no-restricted-syntax': ['error', ...NO_LOCALE] },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_LOCALE, ...NO_CLOCK_NO_CHANCE] },
  },
  {
    files: JAVASCRIPT,
    extends: [...tseslint.configs.recommended, js.configs.recommended],
    languageOptions: {
      globals: {
        module: 'writable',
        require: 'readonly',
        process: 'readonly',
        __dirname: 'readonly',
      },
    },
    rules: {
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-unused-vars': 'off',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
    },
  },
  {
    files: ['**/*.{js,cjs}'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)

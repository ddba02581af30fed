import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Everything that ends up in the bundle of the phone (mini-program and H5). */
const PHONE = ['src/app*.{ts,tsx}', 'src/{pages,features,ui,gateway,domain}/**/*.{ts,tsx}']

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
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, properties: false } },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
    },
  },
  {
    files: ['src/**/*.tsx', 'src/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: PHONE,
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Intl', message: 'Some phones lack Intl; use src/domain/time.' },
        { name: 'eval', message: 'Mini-programs cannot make code at run time.' },
        { name: 'process', message: 'Only build constants (process.env.X) exist on the phone.' },
      ],
      'no-restricted-syntax': ['error', ...NO_LOCALE],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'valibot', message: 'No schema library on the phone.', allowTypeImports: true },
            { name: 'pg', message: 'The database is the cloud’s.' },
            { name: 'kysely', message: 'The database is the cloud’s.' },
            {
              name: '@nutui/nutui-react-taro',
              message: 'NutUI is wrapped once, in src/ui.',
            },
          ],
          patterns: [
            { group: ['node:*'], message: 'Node’s core does not exist on the phone.' },
            { group: ['@/cloud/*', '**/cloud/**'], message: 'Only tests import the cloud.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/ui/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'valibot', message: 'No schema library on the phone.', allowTypeImports: true },
          ],
        },
      ],
    },
  },
  {
    // Build constants are written as process.env.NAME; the compiler puts the value in their place.
    files: ['src/app*.{ts,tsx}', 'src/{gateway,ui}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Intl', message: 'Some phones lack Intl; use src/domain/time.' },
        { name: 'eval', message: 'Mini-programs cannot make code at run time.' },
      ],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...NO_LOCALE, ...NO_CLOCK_NO_CHANCE],
    },
  },
  {
    // What speaks to an operator at a terminal.
    files: ['config/**/*.ts', 'src/cloud/hosts/**/*.ts', 'test/run.ts', 'test/runner/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Answers of the wire and pages of a browser are read as they come; the assertions judge them.
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      parserOptions: { projectService: false, program: null, project: null },
      globals: {
        module: 'writable',
        require: 'readonly',
        process: 'readonly',
        __dirname: 'readonly',
      },
    },
  },
  {
    files: ['**/*.{js,cjs}'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)

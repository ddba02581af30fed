const NUTUI = '@nutui/nutui-react-taro'

// NutUI by the component. Its style sheets stay out: src/ui dresses what it takes, by the tokens
// (the whole sheet weighs 234 KB, a button's alone 16 KB).
const nutuiOnDemand = [
  'import',
  {
    libraryName: NUTUI,
    camel2DashComponentName: false,
    customName: (name) => `${NUTUI}/dist/es/packages/${name.toLowerCase()}`,
    style: false,
  },
  'nutui',
]

// Destructuring and parameters are old enough for our oldest phones (iOS 13), but for one fault of
// Safari's in each. preset-env would write all of them in older words, 20 KB on the phone; its option
// `bugfixes`, which Taro's preset does not hand on, mends the faults alone. So does this.
const onlyMended = {
  exclude: ['transform-destructuring', 'transform-parameters'],
  include: [
    'bugfix/transform-safari-rest-destructuring-rhs-array',
    'bugfix/transform-safari-id-destructuring-collision-in-function-expression',
  ],
}

module.exports = {
  presets: [
    [
      'taro',
      { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, ...onlyMended },
    ],
  ],
  plugins: [nutuiOnDemand],
}

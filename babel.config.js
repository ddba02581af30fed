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

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
  plugins: [nutuiOnDemand],
}

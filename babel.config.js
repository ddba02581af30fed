const NUTUI = '@nutui/nutui-react-taro'

// NutUI by the component, each with its own style sheet: its whole sheet alone weighs 234 KB.
const nutuiOnDemand = [
  'import',
  {
    libraryName: NUTUI,
    camel2DashComponentName: false,
    customName: (name) => `${NUTUI}/dist/es/packages/${name.toLowerCase()}`,
    style: (name) => `${name}/style/css`,
  },
  'nutui',
]

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
  plugins: [nutuiOnDemand],
}

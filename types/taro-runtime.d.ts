/** What the mini-program's runtime tells Taro about WeChat; the package has no types for it. */
declare module '@tarojs/plugin-platform-weapp/dist/runtime-utils' {
  export const hostConfig: object
}

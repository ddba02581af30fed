/**
 * What of WeChat's interface concerns a person's information, by the kinds that the console's
 * declaration (用户隐私保护指引) knows; its list of November 2026. Whoever calls one without having
 * declared its kind is refused by the platform.
 */
export const PRIVATE_APIS = {
  位置信息: [
    ...['getLocation', 'getFuzzyLocation', 'chooseLocation', 'choosePoi', 'onLocationChange'],
    ...['startLocationUpdate', 'startLocationUpdateBackground'],
  ],
  选中的照片或视频信息: ['chooseImage', 'chooseMedia', 'chooseVideo'],
  选中的文件: ['chooseMessageFile'],
  摄像头: ['createCameraContext', 'createVKSession', 'createLivePusherContext'],
  麦克风: ['getRecorderManager', 'startRecord', 'joinVoIPChat'],
  '相册（仅写入）权限': ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'],
  '通讯录（仅写入）权限': ['addPhoneContact'],
  '日历（仅写入）权限': ['addPhoneCalendar', 'addPhoneRepeatCalendar'],
  剪切板: ['setClipboardData', 'getClipboardData'],
  '昵称、头像': ['getUserInfo', 'getUserProfile'],
  手机号: ['getPhoneNumber', 'getRealtimePhoneNumber'],
  通讯地址: ['chooseAddress'],
  发票信息: ['chooseInvoice', 'chooseInvoiceTitle'],
  微信运动步数: ['getWeRunData'],
  车牌号: ['chooseLicensePlate'],
  蓝牙: [
    ...['openBluetoothAdapter', 'startBluetoothDevicesDiscovery', 'createBLEConnection'],
    'createBLEPeripheralServer',
  ],
  设备传感器: [
    ...['startAccelerometer', 'onAccelerometerChange', 'startGyroscope', 'onGyroscopeChange'],
    ...['startDeviceMotionListening', 'onDeviceMotionChange', 'startCompass', 'onCompassChange'],
  ],
  设备信息: ['startWifi', 'getConnectedWifi', 'getWifiList', 'getScreenRecordingState'],
} as const

export type Information = keyof typeof PRIVATE_APIS

/** A button's open-type, and a component, that hands over what an API of the same name would. */
export const PRIVATE_OPEN_TYPES = {
  getPhoneNumber: '手机号',
  getRealtimePhoneNumber: '手机号',
  getUserInfo: '昵称、头像',
  chooseAvatar: '昵称、头像',
  chooseAddress: '通讯地址',
} as const satisfies Record<string, Information>
export const PRIVATE_COMPONENTS = {
  camera: '摄像头',
  'live-pusher': '摄像头',
  'voip-room': '麦克风',
} as const satisfies Record<string, Information>

/** Of these app.json has to say, in `requiredPrivateInfos`, that they are called. */
export const TO_BE_REQUIRED = [
  ...['getLocation', 'getFuzzyLocation', 'chooseLocation', 'choosePoi', 'onLocationChange'],
  ...['startLocationUpdate', 'startLocationUpdateBackground', 'chooseAddress'],
]

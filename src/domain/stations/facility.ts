/** What a rest station can have for riders, in the order in which screens show it. */
export const FACILITIES = [
  'charging',
  'water',
  'microwave',
  'air-conditioning',
  'benches',
  'toilet',
  'first-aid',
  'rain-gear',
  'wifi',
  'battery-swap',
] as const
export type Facility = (typeof FACILITIES)[number]

/** `doubted`: several people lately said it is broken; `broken`: staff know. */
export const FACILITY_STATES = ['working', 'doubted', 'broken'] as const
export type FacilityState = (typeof FACILITY_STATES)[number]

/** What a station has, and how each thing stands; what is not named is not there. */
export type Facilities = Partial<Record<Facility, FacilityState>>

export const FACILITY_NAMES: Readonly<Record<Facility, string>> = {
  charging: '充电',
  water: '饮水',
  microwave: '微波炉',
  'air-conditioning': '空调',
  benches: '休息座',
  toilet: '厕所',
  'first-aid': '急救箱',
  'rain-gear': '雨具',
  wifi: 'Wi-Fi',
  'battery-swap': '换电柜',
}

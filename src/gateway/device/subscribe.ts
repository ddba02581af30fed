/** Whether the browser can be asked to hand an address to the device's own calendar. */
export const inCalendar: boolean = process.env.TARO_ENV === 'h5'

/** Hands the address of a calendar (`https://….ics`) to the device's calendar, in H5 alone. */
export function subscribe(address: string): void {
  if (process.env.TARO_ENV === 'h5') window.location.href = address.replace(/^https?:/, 'webcal:')
}

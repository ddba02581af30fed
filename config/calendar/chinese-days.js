/**
 * In the place of chinese-days on phones: what the calendar asks of it, from its sources. Its bundle
 * cannot be shaken, and carries every table of rest days once more (17 KB on the phone).
 */
export { getLunarDate } from 'chinese-days/src/solar_lunar'
export { getSolarTermDate } from 'chinese-days/src/solar_terms'

import { nongyeBallots } from './nongye-ballots'
import { nongyeCare } from './nongye-care'
import { nongyeFamilies } from './nongye-families'
import { nongyeLearning } from './nongye-learning'
import { fangjiProgramme, tongfuProgramme } from './neighbours'
import type { SampleActivity } from './sample-activity'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

/** A centre of the sample deployment. Coordinates are GCJ-02 degrees and, like telephone and house numbers, sample data. */
export interface SampleCentre {
  centreId: string
  name: string
  shortName: string
  address: string
  lat: number
  lng: number
  phone: string
  hours: { days: number[]; opens: string; closes: string }[]
  /** How many courses of a term an attendee may hold; any number when absent. */
  coursesPerTerm?: number
  programme(today: string): SampleActivity[]
}

export const SAMPLE_CENTRES: readonly SampleCentre[] = [
  {
    centreId: 'nongye',
    name: '农业银行社区党群服务中心',
    shortName: '农业银行社区',
    address: '郑州市中原区林山寨街道工人路（示例门牌）',
    lat: 34.7492,
    lng: 113.6206,
    phone: '0371-00000001',
    hours: [{ days: EVERY_DAY, opens: '08:30', closes: '21:00' }],
    coursesPerTerm: 4,
    programme: (today) => [
      ...nongyeLearning(today),
      ...nongyeFamilies(today),
      ...nongyeBallots(today),
      ...nongyeCare(today),
    ],
  },
  {
    centreId: 'tongfu',
    name: '桐福社区党群服务中心',
    shortName: '桐福社区',
    address: '郑州市中原区桐柏路街道（示例门牌）',
    lat: 34.7437,
    lng: 113.6098,
    phone: '0371-00000002',
    hours: [{ days: EVERY_DAY, opens: '08:30', closes: '20:00' }],
    programme: tongfuProgramme,
  },
  {
    centreId: 'fangji',
    name: '河南纺机社区党群服务中心',
    shortName: '河南纺机社区',
    address: '郑州市中原区中原西路街道（示例门牌）',
    lat: 34.7511,
    lng: 113.5974,
    phone: '0371-00000003',
    hours: [
      { days: [1, 2, 3, 4, 5], opens: '08:30', closes: '20:00' },
      { days: [6, 7], opens: '09:00', closes: '18:00' },
    ],
    programme: fangjiProgramme,
  },
]

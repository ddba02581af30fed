import {
  createContext,
  type Dispatch,
  type SetStateAction,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'

/** The sheets that lie over a screen, the topmost last. */
type Sheets = readonly object[]

interface Layers {
  sheets: Sheets
  setSheets: Dispatch<SetStateAction<Sheets>>
}

/** What a screen tells the sheets on it. */
export const LayersContext = createContext<Layers>({ sheets: [], setSheets: () => undefined })

/** For a screen: what lies over it. */
export function useLayers(): Layers {
  const [sheets, setSheets] = useState<Sheets>([])
  return useMemo(() => ({ sheets, setSheets }), [sheets])
}

/** For a sheet: whether it is open and nothing lies over it. */
export function useOnTop(open: boolean): boolean {
  const { sheets, setSheets } = useContext(LayersContext)
  const sheet = useRef({}).current
  useEffect(() => {
    if (!open) return
    setSheets((below) => [...below, sheet])
    return () => setSheets((all) => all.filter((one) => one !== sheet))
  }, [open, sheet, setSheets])
  return open && (sheets.length === 0 || sheets[sheets.length - 1] === sheet)
}

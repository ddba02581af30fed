import { useState } from 'react'
import { saveText } from '@/gateway/device/save-text'
import { Button } from '@/ui/button/button'
import { notice } from '@/ui/notice/notice'
import { csvOf } from './csv'
import type { Table } from './tables'

interface SaveTableProps {
  tables: readonly Table[]
  /** Of whom and when: 农业银行社区 近半年. */
  name: string
}

/** The same tables as a file that Excel opens: what is withheld on the screen is withheld there. */
export function SaveTable({ tables, name }: SaveTableProps) {
  const [busy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    const outcome = await saveText(csvOf(tables), `${name}.csv`, 'text/csv')
    setBusy(false)
    if (outcome === 'saved') notice('表格存好了，用 Excel 打开')
    if (outcome === 'refused') notice('没存成，用电脑打开常来再存')
  }
  return (
    <Button kind="ghost" block busy={busy} onTap={() => void save()}>
      存成表格
    </Button>
  )
}

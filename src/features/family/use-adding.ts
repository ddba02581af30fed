import type { Sentence } from '../refusal-words'
import { useTyped } from '../use-typed'
import { type Draft, EMPTY_DRAFT, saveInput, type Step, stepProblem, stepsOf } from './member-draft'
import { useFamilyCommand } from './use-family-command'
import { linkElderWords, saveMemberWords } from './wording'

/** Adding somebody to the family, one decision after another; `today` is `YYYY-MM-DD`. */
export function useAdding(today: string, onAdded: (name: string) => void) {
  const [draft, setDraft, dropDraft] = useTyped<Draft>('member', EMPTY_DRAFT)
  const [at, setAt, dropAt] = useTyped('member step', 0)
  const saving = useFamilyCommand('family.save', saveMemberWords)
  const linking = useFamilyCommand('family.link', linkElderWords)
  const steps = stepsOf(draft, today)
  const step: Step = steps[at] ?? 'path'
  const last = draft.path !== null && at === steps.length - 1
  const missing = stepProblem(step, draft, today)
  const problem: Sentence | null = saving.problem ?? linking.problem

  const forget = (): void => {
    saving.forget()
    linking.forget()
  }
  const change = (part: Partial<Draft>): void => {
    forget()
    setDraft((before) => ({ ...before, ...part }))
  }
  const add = async (): Promise<void> => {
    const name = draft.name.trim()
    const done =
      draft.path === 'link'
        ? await linking.send({ code: draft.code, name })
        : await saving.send(saveInput(draft, today))
    if (!done) return
    dropDraft()
    dropAt()
    onAdded(name)
  }
  return {
    draft,
    change,
    step,
    last,
    at: at + 1,
    of: steps.length,
    missing,
    problem,
    busy: saving.busy || linking.busy,
    choosePath: (path: Draft['path']): void => {
      change({ path })
      setAt(1)
    },
    next: (): void => {
      if (missing !== null) return
      if (last) void add()
      else setAt(at + 1)
    },
    back: (): void => {
      forget()
      setAt(at - 1)
    },
  }
}

import {labelsOf} from './labels.ts'

/** What the marks of missing cells mean, as a line below their table; undefined where there are none. */
export function maybeMarksLine(marks: Iterable<string>, lang: string): string | undefined {
  const labels = labelsOf(lang)
  const explained = [...new Set(marks)].sort().flatMap((mark) => {
    const meaning = labels.marks[mark]
    return meaning === undefined ? [] : [`${mark} ${meaning}.`]
  })
  return explained.length > 0 ? explained.join(' ') : undefined
}

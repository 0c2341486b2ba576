import type {BuildRecord} from './build-record.ts'

/** How what is there, or what was built again, differs from what the manifest says. */
export interface Difference {
  /** `file`: the output folder; `output`: the new build; `input`, `version`: why the new build may differ. */
  readonly kind: 'file' | 'output' | 'input' | 'version'
  readonly name: string
  readonly how: 'changed' | 'missing' | 'new'
  /** Of a version: what the manifest says, and what there is. */
  readonly detail?: string
}

/** @param files hashes of the files in the output folder, but for the manifest */
export function compareFiles({outputs}: BuildRecord, files: Readonly<Record<string, string>>): Difference[] {
  return compareHashes('file', outputs, files)
}

export function compareRecords(before: BuildRecord, after: BuildRecord): Difference[] {
  const names = [...new Set([...Object.keys(before.versions), ...Object.keys(after.versions)])].toSorted()
  const versions = names.flatMap((name): Difference[] => {
    const [old, now] = [before.versions[name] ?? 'none', after.versions[name] ?? 'none']
    return old === now ? [] : [{kind: 'version', name, how: 'changed', detail: `${old}, now ${now}`}]
  })
  const inputs = compareHashes('input', before.inputs, after.inputs)
  return [...compareHashes('output', before.outputs, after.outputs), ...inputs, ...versions]
}

function compareHashes(
  kind: Difference['kind'],
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  return names.flatMap((name): Difference[] => {
    const [old, now] = [before[name], after[name]]
    if (old === now) return []
    return [{kind, name, how: now === undefined ? 'missing' : old === undefined ? 'new' : 'changed'}]
  })
}

import {readBrief, type ReadBrief} from '../../src/read-brief.ts'
import {memoryFiles} from './memory-files.ts'

/** Reads a brief of a project in memory, `b` by default: files by their paths in it. */
export async function readProject(files: Readonly<Record<string, string>>, name = 'b'): Promise<ReadBrief> {
  const entries = Object.entries(files).map(([path, text]) => [`/project/${path}`, text] as const)
  const stages = {begin: () => {}, timings: () => ({})}
  return readBrief(name, {project: '/project'}, {files: memoryFiles(Object.fromEntries(entries)), stages})
}

import {readBrief, type ReadBrief} from '../../src/read-brief.ts'
import {memoryFiles} from './memory-files.ts'

/** Reads the brief `b` of a project in memory: files by their paths in it. */
export async function readProject(files: Readonly<Record<string, string>>): Promise<ReadBrief> {
  const entries = Object.entries(files).map(([path, text]) => [`/project/${path}`, text] as const)
  const stages = {begin: () => {}, timings: () => ({})}
  return readBrief('b', {project: '/project'}, {files: memoryFiles(Object.fromEntries(entries)), stages})
}

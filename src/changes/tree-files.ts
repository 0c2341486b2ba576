import {join} from 'node:path'
import type {Files, GitTree} from '../effects/effects.ts'

/**
 * The files of a project as a revision has them, for the stages that load a brief. What is outside of the project, as
 * the templates and fonts that come with the program, is as it is now.
 */
export function treeFiles(tree: GitTree, project: string, present: Files): Files {
  const paths = [...tree.keys()].toSorted((a, b) => (a < b ? -1 : 1))
  const inProject = (path: string): string | undefined => {
    const [root, inside] = [slashed(join(project, '/')), slashed(path)]
    return inside.startsWith(root) ? inside.slice(root.length) : undefined
  }
  const below = (folder: string): readonly string[] => {
    const inside = inProject(join(folder, '/')) ?? ''
    return paths.filter((path) => path.startsWith(inside)).map((path) => path.slice(inside.length))
  }
  return {
    ...present,
    maybeRead: async (path) => {
      const inside = inProject(path)
      return inside === undefined ? await present.maybeRead(path) : tree.get(inside)
    },
    list: async (folder) => {
      if (inProject(join(folder, '/')) === undefined) return await present.list(folder)
      return below(folder).filter((path) => path.split('/').every((step) => !step.startsWith('.')))
    },
    folders: async (folder) => {
      if (inProject(join(folder, '/')) === undefined) return await present.folders(folder)
      const names = below(folder).flatMap((path) => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : []))
      return [...new Set(names)].filter((name) => !name.startsWith('.'))
    },
    publish: () => Promise.reject(new Error('A revision is not written')),
    write: () => Promise.reject(new Error('A revision is not written')),
  }
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}

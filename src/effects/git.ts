import {spawn} from 'node:child_process'
import type {GitDoor, GitTree} from './effects.ts'

/** What git says when it refuses; its first line. */
export class GitError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'GitError'
  }
}

/**
 * Reads files as a revision has them, out of the repository's own store: nothing is checked out, no filter or hook runs,
 * nothing is fetched.
 */
export function createGitDoor(): GitDoor {
  return {
    async maybeTree(revision, {project, folders}) {
      const commit = await maybeCommit(project, revision)
      if (commit === undefined) return undefined
      const entries = await listEntries(project, {commit, folders})
      return await readBlobs(project, entries)
    },
  }
}

async function maybeCommit(project: string, revision: string): Promise<string | undefined> {
  // What begins with a hyphen would be an option.
  if (revision === '' || revision.startsWith('-')) return undefined
  const ended = await git(project, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
  if (ended.status === 0) return ended.out.toString('utf8').trim()
  // A repository that has no such revision says nothing; one that is none, or that is not to be trusted, says so.
  if (ended.err !== '' && !/not a git repository/i.test(ended.err)) throw new GitError(ended.err)
  return undefined
}

interface Entry {
  /** Relative to the project. */
  readonly path: string
  readonly id: string
}

async function listEntries(
  project: string,
  {commit, folders}: {readonly commit: string; readonly folders: readonly string[]},
): Promise<readonly Entry[]> {
  // Paths and the listing are relative to the folder that git runs in.
  const ended = await git(project, ['ls-tree', '-r', '-z', commit, '--', ...folders.map((folder) => `${folder}/`)])
  if (ended.status !== 0) throw new GitError(ended.err)
  return ended.out
    .toString('utf8')
    .split('\0')
    .flatMap((line): Entry[] => {
      const [, mode, kind, id, path] = /^(\d+) (\w+) ([\da-f]+)\t([^]*)$/.exec(line) ?? []
      // Neither links nor other repositories.
      const isFile = kind === 'blob' && mode !== '120000'
      return isFile && id !== undefined && path !== undefined ? [{path, id}] : []
    })
}

async function readBlobs(project: string, entries: readonly Entry[]): Promise<GitTree> {
  if (entries.length === 0) return new Map()
  const ended = await git(project, ['cat-file', '--batch'], entries.map(({id}) => `${id}\n`).join(''))
  if (ended.status !== 0) throw new GitError(ended.err)
  const tree = new Map<string, Uint8Array>()
  let at = 0
  for (const {path, id} of entries) {
    const lineEnd = ended.out.indexOf('\n', at)
    const [, , size] = ended.out.subarray(at, lineEnd).toString('utf8').split(' ')
    if (size === undefined) throw new GitError(`object ${id} is missing`)
    const start = lineEnd + 1
    tree.set(path, new Uint8Array(ended.out.subarray(start, start + Number(size))))
    at = start + Number(size) + 1
  }
  return tree
}

interface Ended {
  readonly status: number | null
  readonly out: Buffer
  readonly err: string
}

/** @throws GitError when there is no git */
function git(folder: string, args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const environment = {
      ...process.env,
      LC_ALL: 'C',
      GIT_NO_LAZY_FETCH: '1',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
    }
    const child = spawn('git', ['-C', folder, '--no-pager', ...args], {env: environment})
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.once('error', () => reject(new GitError('git cannot be run')))
    child.once('close', (status) => {
      const [line = ''] = Buffer.concat(err).toString('utf8').trim().split('\n')
      resolve({status, out: Buffer.concat(out), err: line.replace(/^(?:fatal|error): /, '')})
    })
    // git may end before it has read all of it; its status says so.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

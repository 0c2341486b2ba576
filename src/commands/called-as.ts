import type {Surroundings} from './surroundings.ts'

/** How the user called this program, for telling what to call next: `npx brief`, `npm run brief --` or `brief`. */
export function calledAs({environment}: Pick<Surroundings, 'environment'>): string {
  if (environment['npm_command'] === 'exec') return 'npx brief'
  return environment['npm_lifecycle_event'] === undefined ? 'brief' : 'npm run brief --'
}

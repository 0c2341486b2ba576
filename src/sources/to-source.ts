import type {Source} from '../model/data.ts'

/** A source of data by its title, or its address for want of one. */
export function toSource({title, path}: {readonly title?: string; readonly path?: string}): Source {
  return {title: title ?? path ?? '', ...(path === undefined ? {} : {path})}
}

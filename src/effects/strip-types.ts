import {stripTypeScriptTypes} from 'node:module'

/** A module without its types. Node warns that this function is young, on the author's terminal: the one warning that is kept back. */
export function stripTypes(text: string): string {
  const emit = Object.getOwnPropertyDescriptor(process, 'emitWarning')
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(text)
  } finally {
    if (emit) Object.defineProperty(process, 'emitWarning', emit)
  }
}

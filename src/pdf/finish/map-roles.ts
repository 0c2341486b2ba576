import type {PdfDocument} from '../document.ts'
import {allElements} from '../structure/structure.ts'

/** Types of later versions, and what they come to in PDF 1.7 (ISO 14289-1, 7.1). */
const roles: Readonly<Record<string, string>> = {
  Aside: 'Sect',
  Em: 'Span',
  FENote: 'Note',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
}

/** Says of each type in use that PDF 1.7 does not have which of its types it is like. */
export function mapRoles({structure, roleMap}: PdfDocument): void {
  const used = new Set<string>()
  for (const element of allElements(structure)) used.add(element.type)
  for (const [type, role] of Object.entries(roles)) if (used.has(type)) roleMap[type] = role
}

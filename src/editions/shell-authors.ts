import type {SafeString} from 'handlebars'
import type {Author} from '../model/brief.ts'
import type {Document} from '../model/document.ts'
import type {RenderMarkup} from './shell-data.ts'

/** The authors for a shell: all of them for the title, those with something to tell for the colophon. */
export function collectAuthors(document: Document, render: RenderMarkup) {
  const authors = document.frontMatter.authors.map((author, index) =>
    shellAuthor(author, bioOf(document, index, render)),
  )
  return {
    authors,
    authorNotes: authors.filter(({affiliation, role, bio, orcid}) => affiliation ?? role ?? bio ?? orcid),
    severalAuthors: authors.length > 1,
  }
}

function shellAuthor(author: Author, bio: SafeString | string | undefined) {
  const {name, affiliation, role, email, orcid} = author
  return {name, affiliation, role, email, orcid: orcid?.replace(/^https?:\/\/orcid\.org\//, ''), bio}
}

/** Biographies stand among the document's texts as `bio-0`, `bio-1`. */
function bioOf(document: Document, index: number, render: RenderMarkup): SafeString | string | undefined {
  const content = document.texts[`bio-${index}`]
  return content === undefined ? document.frontMatter.authors[index]?.bio : render(content)
}

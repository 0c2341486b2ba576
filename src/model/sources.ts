// Sources: read, not trusted. Every file is a VFile whose path is relative to the project, with forward slashes.

import type {VFile} from 'vfile'

export interface Sources {
  readonly name: string
  /** content/<name>/brief.md */
  readonly narrative: VFile
  /** data/<name>/datapackage.json */
  readonly package: VFile | undefined
  /** data/<name>/values.yaml */
  readonly values: VFile | undefined
  /** The other files of data/<name>/, by path inside it, as bytes. */
  readonly data: ReadonlyMap<string, VFile>
  /** Where those of them that are large stand on the disk, by the same paths: the database reads them there. */
  readonly disk?: ReadonlyMap<string, string>
  /** content/<name>/charts/<key>.vl.json, by key. */
  readonly charts: ReadonlyMap<string, VFile>
  /** Maps of the brief's own, as TopoJSON or GeoJSON: content/<name>/charts/<key>, by key. */
  readonly maps?: ReadonlyMap<string, VFile>
  /** Images of content/<name>/, by path inside it, as bytes. */
  readonly images: ReadonlyMap<string, VFile>
  /** content/<name>/accepted.json: see changes/lock.ts. */
  readonly accepted?: VFile
}

export interface TemplateSources {
  readonly name: string
  readonly manifest: VFile
  /** Every text file of the template by path inside its folder: web.hbs, print.hbs, partials/*.hbs, styles/*.css ... */
  readonly parts: ReadonlyMap<string, VFile>
}

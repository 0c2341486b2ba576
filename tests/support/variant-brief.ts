/** A small brief with everything that the variants of its PDF treat in a way of their own. */
export const variantBrief: Readonly<Record<string, string | Uint8Array>> = {
  'content/b/brief.md': `---
title: Rain & roofs
authors: [{name: Ana Doe}]
institution: Institute of Water
series: Policy Brief
number: "12"
doi: 10.1234/rain
date: 2024-05-06
license: CC BY 4.0
licenseUrl: https://creativecommons.org/licenses/by/4.0/
keywords: [rain, roofs]
options: {paper: letter, cover: page, attachments: data, read-notes: last}
---

## Where it rains

First words of a paragraph[^a] that goes on for long enough to fill more than one line of the column of a page, and ends
here. The French say <span lang="fr">il pleut des cordes</span> for it.

<div lang="de">

Auf Deutsch gießt es.

</div>

::chart{#rain spec="rain" alt="Rain by region and month."}

::image[A photograph]{#dam src="dam.jpg" alt="A dam." source="Ours."}

::image[A drawing]{#roof src="roof.png" alt="A roof." source="Ours."}

Last words of the text.

[^a]: The note of the first call.
`,
  'content/b/charts/rain.vl.json': JSON.stringify({
    title: 'It rains most in the north',
    description: 'Rain by region and month.',
    usermeta: {source: 'Ours.'},
    data: {name: 'rain'},
    mark: 'rect',
    encoding: {
      x: {field: 'month', type: 'nominal'},
      y: {field: 'region', type: 'nominal'},
      color: {field: 'rain', type: 'quantitative', scale: {scheme: 'viridis'}},
    },
  }),
  'content/b/dam.jpg': Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAFhABAQEAAAAAAAAAAAAAAAAAABNh/8QAFAEBAAAAAAAAAAAAAAAAAAAABf/EABYRAAMAAAAAAAAAAAAAAAAAAAAVYf/aAAwDAQACEQMRAD8AzFtLagsWMIYPuqf/2Q==',
    'base64',
  ),
  'content/b/roof.png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAFElEQVQI12NUWODAAANMDEgANwcAMuQBCLae6ZkAAAAASUVORK5CYII=',
    'base64',
  ),
  'data/b/datapackage.json': JSON.stringify({
    name: 'b',
    sources: [{title: 'Ours'}],
    resources: [
      {
        name: 'rain',
        title: 'Rain by region',
        path: 'rain.csv',
        schema: {
          fields: [
            {name: 'region', type: 'string'},
            {name: 'month', type: 'string'},
            {name: 'rain', type: 'number'},
          ],
        },
      },
    ],
  }),
  'data/b/rain.csv': 'region,month,rain\nNorth,May,3\nSouth,May,1\nNorth,June,2\nSouth,June,0.5\n',
}

/** The words of Vega-Lite's grammar that authors write in every chart; not what stands inside axes, scales or marks. */
export const MARKS = words(
  'arc area bar boxplot circle errorband errorbar geoshape image line point rect rule square text tick trail',
)

export const TYPES = ['quantitative', 'temporal', 'ordinal', 'nominal', 'geojson']

export const CHANNELS = words(
  'x y x2 y2 xOffset yOffset xError xError2 yError yError2 color fill stroke opacity fillOpacity strokeOpacity ' +
    'strokeWidth strokeDash size angle shape text tooltip href url description detail key order time theta theta2 ' +
    'radius radius2 latitude latitude2 longitude longitude2 row column facet',
)

/** Of a view, at the top or inside others. */
export const VIEW_PROPERTIES = words(
  '$schema align autosize background bounds center columns concat config data datasets description encoding facet ' +
    'hconcat height layer mark name padding params projection repeat resolve spacing spec title transform usermeta ' +
    'vconcat view width',
)

export const CHANNEL_PROPERTIES = words(
  'aggregate align axis bandPosition bin bounds center columns condition datum field format formatType header impute ' +
    'legend rescale scale sort spacing stack timeUnit title tooltip type value',
)

/** The names by which a transform says what it is. */
export const TRANSFORMS = words(
  'aggregate bin calculate density extent filter flatten fold impute joinaggregate loess lookup pivot quantile ' +
    'regression sample stack timeUnit window',
)

/** The ways in which `data` says where its rows are. */
export const DATA_WAYS = words('name url values sequence graticule sphere')

function words(text: string): readonly string[] {
  return text.split(' ')
}

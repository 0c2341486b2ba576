/**
 * Makes photographs ones whose points are known one by one: the printed file holds a JPEG as it is, in its colours.
 * Their size and place stay as they are.
 */
export async function repaintPhotographs(): Promise<void> {
  const photographs = [...document.querySelectorAll<HTMLImageElement>('img[src^="data:image/jpeg"]')]
  await Promise.all(photographs.map(repaint))
}

async function repaint(image: HTMLImageElement): Promise<void> {
  const {naturalWidth: width, naturalHeight: height} = image
  const canvas = Object.assign(document.createElement('canvas'), {width, height})
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  image.src = canvas.toDataURL('image/png')
  await image.decode()
}

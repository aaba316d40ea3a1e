import type { Svg } from './picture-svg.js'

/** Files made in the browser. */

/** Milliseconds that a browser may take to read a file before its address is given back. */
const KEPT = 60_000

export function saveFile(name: string, content: Blob): void {
  const href = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = href
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => { URL.revokeObjectURL(href) }, KEPT)
}

/** The picture at twice its size, so that it stays sharp in print. Rejects when the browser cannot draw it. */
export async function pngOf({ text, width, height }: Svg): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = 2 * width
  canvas.height = 2 * height
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => { canvas.toBlob((blob) => { if (blob === null) reject(new Error('no picture')); else resolve(blob) }, 'image/png') })
}

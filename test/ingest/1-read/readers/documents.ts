/** Small PDF and DOCX files, made here so that no binary lies in the tests. */
import { crc32 } from 'node:zlib'
import { zipWith } from '../../../fixtures/zip.js'

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

/** Every code means itself; a reader counts on within the last byte only. */
const RANGES = Array.from({ length: 256 }, (_, high) => high.toString(16).padStart(2, '0')).map((high) => `<${high}00> <${high}ff> <${high}00>`).join(' ')

/** A PDF whose pages hold these lines, with a text layer that any reader can follow. */
export function pdfOf(pages: readonly (readonly string[])[], title = ''): Uint8Array {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  const stream = (data: string): string => `<< /Length ${data.length} >>\nstream\n${data}\nendstream`
  add('<< /Type /Catalog /Pages 2 0 R >>')
  const first = 7
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] >>`)
  add('<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>')
  add('<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>')
  add(stream(`/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def 1 begincodespacerange <0000> <ffff> endcodespacerange 256 beginbfrange ${RANGES} endbfrange endcmap end end`))
  add(`<< /Title <feff${hex(title)}> >>`)
  pages.forEach((lines, i) => {
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`)
    add(stream(`BT /F 12 Tf 18 TL 50 780 Td ${lines.map((line) => `<${hex(line)}> Tj T*`).join(' ')} ET`))
  })
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${file.length}\n%%EOF`, 'latin1')
}

/** A DOCX with these paragraphs. */
export function docxOf(paragraphs: readonly string[]): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const office = 'http://schemas.openxmlformats.org'
  return zipOf({
    '[Content_Types].xml': `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
  })
}

const zipOf = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipWith(Object.entries(files).map(([name, text]) => {
    const packed = Buffer.from(text)
    return { name, packed, size: packed.length, stored: crc32(packed) }
  }))

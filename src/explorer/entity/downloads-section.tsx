import { t } from '../app/settings.js'

/** Formats that the server writes of an entity and what is one step from it. */
const FORMATS = ['jsonl', 'csv', 'jsonld', 'graphml', 'gexf', 'ftm', 'cypher'] as const

/** Address of a download. */
const exportAddress = (id: string, format: string): string => `/export/entity/${encodeURIComponent(id)}?format=${format}`

export const DownloadsSection = ({ id }: { readonly id: string }) => (
  <>
    <p class="quiet">{t('download.note')}</p>
    <ul>{FORMATS.map((format) => <li key={format}><a href={exportAddress(id, format)} download>{t(`download.${format}`)}</a></li>)}</ul>
    <p><a href={`/dossier/${encodeURIComponent(id)}.md`} download>{t('download.markdown')}</a></p>
  </>
)
